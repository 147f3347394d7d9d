// The window's panes: what is written and drawn on them, their menu, the layouts.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "models/WindowPreset.h"
#include "models/Words.h"
#include "panels/StatusLine.h"
#include "panels/ToolPanel.h"
#include "tools/RulerTool.h"
#include "views/Linking.h"
#include "views/MarkPainter.h"
#include "views/PaneGrid.h"
#include "views/ReadersMarks.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace foragrade {

void MainWindow::connectImages()
{
    m_panes->setMarkPainter([this](const SliceView& view, QPainter& painter) {
        if (m_desk.isOpen() && !m_hidesMarks)
            paintAllMarks(view, painter);
        paintRulers(painter, view, m_rulers);
    });
    m_panes->setAnnotator([this](const SliceView& view, SliceAnnotations& notes) { annotate(view, notes); });
    connect(m_tools, &ToolPanel::lookChanged, m_panes, &PaneGrid::repaintOverlays);
    connect(m_panes, &PaneGrid::hung, this, &MainWindow::goToCurrent);
    connect(m_panes, &PaneGrid::menuRequested, this, &MainWindow::showPaneMenu);
    connect(&m_study, &OpenStudy::closed, this, [this] { m_rulers.clear(); });
}

void MainWindow::paintAllMarks(const SliceView& view, QPainter& painter)
{
    const auto& readers = m_desk.predecessors();
    if (const auto reader = m_panes->readerIn(view); reader && *reader < readers.size()) {
        paintMarksOfReader(painter, view, readers[*reader], m_desk.current());
        return;
    }
    paintMarks(painter, view, m_desk.reading(), m_desk.current());
    paintReadersMarks(painter, view, readers, m_desk.current());
}

/// On the stack that the first of the readers graded the foramen on; where nobody marked it, on one marked elsewhere,
/// else on the one that hangs.
void MainWindow::showReadersSideBySide()
{
    const auto& readers = m_desk.predecessors();
    std::string stackId;
    const auto take = [&](const grading::ForamenReading* record) {
        const auto* marks = record != nullptr ? record->gradedMarks() : nullptr;
        if (stackId.empty() && marks != nullptr && m_study.stack(marks->stackId) != nullptr)
            stackId = marks->stackId;
    };
    for (const auto& reading : readers)
        take(reading.find(m_desk.current()));
    for (const auto& reading : readers) {
        for (const auto& [foramen, record] : reading.foramina)
            take(&record);
    }
    if (stackId.empty() && m_panes->current() != nullptr && m_panes->current()->stack() != nullptr)
        stackId = m_panes->current()->stack()->id;
    if (stackId.empty())
        return;
    m_panes->showSideBySide(stackId, readers.size());
    m_panes->current()->setFocus();
}

void MainWindow::addImageCommands()
{
    const auto group = CommandGroup::Images;
    const auto add = [&](const char* id, const char* text, QKeySequence key, std::function<void(SliceView&)> run,
                         const char* line = nullptr) {
        m_commands->add({id,
                         group,
                         text,
                         {key},
                         [this, run = std::move(run)] {
                             if (auto* view = m_panes->current(); view != nullptr && view->hasImage())
                                 run(*view);
                         },
                         whileLooking(),
                         line});
    };
    const char* fits = QT_TRANSLATE_NOOP("Command", "fit, this pane alone and back");
    const char* windows = QT_TRANSLATE_NOOP("Command", "full range and the file's, next preset");
    const char* looks = QT_TRANSLATE_NOOP("Command", "smooth pixels, inverted, texts");
    add(
        "image.fit", QT_TRANSLATE_NOOP("Command", "Fit"), Qt::Key_X, [this](SliceView&) { m_panes->fitAll(); }, fits);
    add(
        "image.alone", QT_TRANSLATE_NOOP("Command", "This pane alone, or all"), Qt::SHIFT | Qt::Key_X,
        [this](SliceView& view) { m_panes->toggleMaximised(&view); }, fits);
    add(
        "image.window", QT_TRANSLATE_NOOP("Command", "Window: full range and the file's"), Qt::Key_A,
        [](SliceView& view) { view.nextWindow(); }, windows);
    add(
        "image.preset", QT_TRANSLATE_NOOP("Command", "Next window preset"), Qt::SHIFT | Qt::Key_W,
        [this](SliceView&) { nextWindowPreset(); }, windows);
    add(
        "image.smooth", QT_TRANSLATE_NOOP("Command", "Smooth pixels"), Qt::Key_T,
        [this](SliceView&) { toggleSmooth(); }, looks);
    add(
        "image.invert", QT_TRANSLATE_NOOP("Command", "Inverted"), Qt::SHIFT | Qt::Key_I,
        [](SliceView& view) { view.setInverted(!view.isInverted()); }, looks);
    add(
        "image.texts", QT_TRANSLATE_NOOP("Command", "Texts on the images"), Qt::SHIFT | Qt::Key_H,
        [this](SliceView&) { m_panes->setTextHidden(!m_panes->isTextHidden()); }, looks);
    add("image.midline", QT_TRANSLATE_NOOP("Command", "This slice is the midline"), Qt::CTRL | Qt::Key_U,
        [this](SliceView& view) { setMidlineAt(view); });
    auto* texts = m_commands->action("image.texts");
    texts->setCheckable(true);
    texts->setChecked(true);
    addLayoutCommands();
    m_commands->add({"layout.readers",
                     group,
                     QT_TRANSLATE_NOOP("Command", "Readers side by side, for a decision"),
                     {QKeySequence(Qt::CTRL | Qt::Key_7)},
                     [this] { showReadersSideBySide(); },
                     [this] { return !m_desk.predecessors().empty(); },
                     QT_TRANSLATE_NOOP("Command", "layouts")});
}

void MainWindow::addLayoutCommands()
{
    static constexpr std::array<Qt::Key, allLayouts.size()> keys{Qt::Key_1, Qt::Key_2, Qt::Key_3,
                                                                 Qt::Key_4, Qt::Key_5, Qt::Key_6};
    auto* layouts = new QActionGroup(this);
    for (std::size_t i = 0; i < allLayouts.size(); ++i) {
        auto* action = m_commands->add({QString("layout.%1").arg(i + 1),
                                        CommandGroup::Images,
                                        sourceTitleOf(allLayouts.at(i)),
                                        {QKeySequence(Qt::CTRL | keys.at(i))},
                                        [this, layout = allLayouts.at(i)] {
                                            m_panes->setLayoutInUse(layout);
                                            if (auto* view = m_panes->current())
                                                view->setFocus();
                                        },
                                        {},
                                        QT_TRANSLATE_NOOP("Command", "layouts")});
        action->setCheckable(true);
        layouts->addAction(action);
    }
}

void MainWindow::annotate(const SliceView& view, SliceAnnotations& notes)
{
    if (const QString hidden = caseName(); !hidden.isEmpty())
        notes.topLeft << hidden;
    else if (const auto* study = m_study.study())
        notes.topLeft << QString::fromStdString(study->patientName.empty() ? study->patientId : study->patientName);
    if (const auto reader = m_panes->readerIn(view); reader && *reader < m_desk.predecessors().size())
        notes.topLeft << titleOfReader(m_desk.predecessors(), *reader);
    else if (m_panes->isSideBySide())
        notes.topLeft << tr("Decision, over the readers' outlines");
    if (!m_desk.isOpen() || !view.stack()->geometry)
        return;
    const auto& levels = m_desk.levels(view.stack()->frameOfReference);
    notes.levels = levelLabels(view, levels, m_desk.current().level);
    const QString level = levelOfSlice(view, levels);
    notes.topRight.prepend(level.isEmpty() ? said(m_desk.current()) : level);
}

void MainWindow::buildLayoutMenu(QMenu* menu)
{
    for (std::size_t i = 0; i < allLayouts.size(); ++i) {
        auto* action = m_commands->action(QString("layout.%1").arg(i + 1));
        menu->addAction(action);
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, layout = allLayouts.at(i)] { action->setChecked(m_panes->layoutInUse() == layout); });
    }
    menu->addAction(m_commands->action("layout.readers"));
}

void MainWindow::nextWindowPreset()
{
    auto* view = m_panes->current();
    if (view == nullptr || !view->hasImage())
        return;
    const auto next =
        (static_cast<std::size_t>(openingPreset(*view->stack(), view->volume())) + 1) % allWindowPresets.size();
    useWindowPreset(*view, allWindowPresets[next]);
}

void MainWindow::useWindowPreset(SliceView& view, WindowPreset preset)
{
    view.setWindow(windowOf(preset, *view.stack(), view.volume()));
    keepAsDefault(preset, *view.stack());
}

void MainWindow::setMidlineAt(const SliceView& view)
{
    const auto& stack = *view.stack();
    if (!stack.geometry || stack.role.plane != grading::ImagePlane::Sagittal) {
        m_status->setHint(tr("the midline is a sagittal slice; choose a sagittal pane first"));
        return;
    }
    m_desk.setMidline(stack, middleOfSlice(view).x);
    m_panes->repaintOverlays();
    m_status->setHint(tr("the midline is here; sides and foramina are counted from it"));
}

void MainWindow::showPaneMenu(SliceView* view, const QPoint& global)
{
    if (!view->hasImage())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName("paneMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QString& id, bool isOn, std::function<void()> action) {
        auto* made = menu->addAction(text);
        if (!id.isEmpty())
            made->setShortcut(m_commands->keysOf(id).value(0));
        made->setShortcutContext(Qt::WidgetShortcut); // the key itself is the window's
        made->setCheckable(isOn);
        made->setChecked(isOn);
        connect(made, &QAction::triggered, this, std::move(action));
    };
    for (const auto preset : allWindowPresets) {
        const bool isOn = windowOf(preset, *view->stack(), view->volume()) == view->window();
        add(titleOf(preset), {}, isOn, [this, view, preset] { useWindowPreset(*view, preset); });
    }
    menu->addSeparator();
    add(tr("Inverted"), "image.invert", view->isInverted(), [view] { view->setInverted(!view->isInverted()); });
    add(tr("Smooth pixels"), "image.smooth", view->isSmooth(), [this] { toggleSmooth(); });
    add(tr("Texts"), "image.texts", !m_panes->isTextHidden(), [this] { m_commands->action("image.texts")->trigger(); });
    menu->addSeparator();
    add(tr("Fit"), "image.fit", false, [view] { view->fit(); });
    add(m_panes->isMaximised() ? tr("All panes") : tr("This pane alone"), "image.alone", false,
        [this, view] { m_panes->toggleMaximised(view); });
    if (view->stack()->geometry && view->stack()->role.plane == grading::ImagePlane::Sagittal)
        add(tr("This slice is the midline"), "image.midline", false, [this, view] { setMidlineAt(*view); });
    auto* series = menu->addMenu(tr("Show here"));
    for (const auto* stack : m_study.catalogue().stacks()) {
        if (m_study.seriesOf(*stack) == nullptr)
            continue;
        auto* action = series->addAction(said(stack->role) + tr(", %1 slices").arg(stack->slices()));
        connect(action, &QAction::triggered, this, [this, view, id = stack->id] { m_panes->chooseStack(view, id); });
    }
    for (const auto* reformat : m_study.reformats()) {
        auto* action = series->addAction(tr("%1, cut").arg(said(reformat->role)));
        connect(action, &QAction::triggered, this, [this, view, id = reformat->id] { m_panes->chooseStack(view, id); });
    }
    buildLayoutMenu(menu->addMenu(tr("Layout")));
    menu->popup(global);
}

void MainWindow::toggleSmooth()
{
    m_isSmooth = !m_isSmooth;
    m_panes->setSmooth(m_isSmooth);
}

} // namespace foragrade
