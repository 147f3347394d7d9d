// The window's panes: what is written and drawn on them, their menu, the layouts.
#include "MainWindow.h"

#include "models/WindowPreset.h"
#include "panels/ForaminaBoard.h"
#include "tools/RulerTool.h"
#include "views/Linking.h"
#include "views/MarkPainter.h"
#include "views/PaneGrid.h"
#include "views/ReadersMarks.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <QActionGroup>
#include <QMenu>

namespace foragrade {

void MainWindow::connectImages()
{
    m_panes->setMarkPainter([this](const SliceView& view, QPainter& painter) {
        if (m_desk.isOpen() && !m_hidesMarks)
            paintMarks(painter, view, m_desk.reading(), m_desk.current());
        if (!m_hidesMarks)
            paintReadersMarks(painter, view, m_desk.predecessors(), m_desk.current());
        paintRulers(painter, view, m_rulers);
    });
    m_panes->setAnnotator([this](const SliceView& view, SliceAnnotations& notes) { annotate(view, notes); });
    connect(m_panes, &PaneGrid::hung, this, &MainWindow::goToCurrent);
    connect(m_panes, &PaneGrid::menuRequested, this, &MainWindow::showPaneMenu);
    connect(&m_study, &OpenStudy::closed, this, [this] { m_rulers.clear(); });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_X)}, [this] {
        if (auto* view = m_panes->current())
            m_panes->toggleMaximised(view);
    });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_I)}, [this] {
        if (auto* view = m_panes->current())
            view->setInverted(!view->isInverted());
    });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_H)}, [this] { m_panes->setTextHidden(!m_panes->isTextHidden()); });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_W)}, [this] { nextWindowPreset(); });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_U)}, [this] { m_board->openNumbering(); });
}

void MainWindow::annotate(const SliceView& view, SliceAnnotations& notes)
{
    if (const QString hidden = caseName(); !hidden.isEmpty())
        notes.topLeft << hidden;
    else if (const auto* study = m_study.study())
        notes.topLeft << QString::fromStdString(study->patientName.empty() ? study->patientId : study->patientName);
    if (!m_desk.isOpen() || !view.stack()->geometry)
        return;
    const auto& levels = m_desk.levels(view.stack()->frameOfReference);
    notes.levels = levelLabels(view, levels, m_desk.current().level);
    const QString level = levelOfSlice(view, levels);
    notes.topRight.prepend(level.isEmpty() ? QString::fromStdString(m_desk.current().title()) : level);
}

void MainWindow::buildLayoutMenu(QMenu* menu)
{
    static constexpr std::array<Qt::Key, allLayouts.size()> keys{Qt::Key_1, Qt::Key_2, Qt::Key_3,
                                                                 Qt::Key_4, Qt::Key_5, Qt::Key_6};
    auto* group = new QActionGroup(menu);
    for (std::size_t i = 0; i < allLayouts.size(); ++i) {
        auto* action = menu->addAction(titleOf(allLayouts[i]));
        action->setShortcut(QKeySequence(Qt::CTRL | keys[i]));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, layout = allLayouts[i]] {
            m_panes->setLayoutInUse(layout);
            if (auto* view = m_panes->current())
                view->setFocus();
        });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, layout = allLayouts[i]] { action->setChecked(m_panes->layoutInUse() == layout); });
    }
}

void MainWindow::nextWindowPreset()
{
    auto* view = m_panes->current();
    if (view == nullptr || !view->hasImage())
        return;
    const auto next = (static_cast<std::size_t>(defaultPreset(*view->stack())) + 1) % allWindowPresets.size();
    useWindowPreset(*view, allWindowPresets[next]);
}

void MainWindow::useWindowPreset(SliceView& view, WindowPreset preset)
{
    view.setWindow(windowOf(preset, *view.stack(), view.volume()));
    keepAsDefault(preset, *view.stack());
}

void MainWindow::showPaneMenu(SliceView* view, const QPoint& global)
{
    if (!view->hasImage())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName("paneMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QKeySequence& key, bool isOn, std::function<void()> action) {
        auto* made = menu->addAction(text);
        made->setShortcut(key);
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
    add(tr("Inverted"), Qt::SHIFT | Qt::Key_I, view->isInverted(), [view] { view->setInverted(!view->isInverted()); });
    add(tr("Smooth pixels"), Qt::Key_T, view->isSmooth(), [this] { toggleSmooth(); });
    add(tr("Texts"), Qt::SHIFT | Qt::Key_H, !m_panes->isTextHidden(),
        [this] { m_panes->setTextHidden(!m_panes->isTextHidden()); });
    menu->addSeparator();
    add(tr("Fit"), Qt::Key_X, false, [view] { view->fit(); });
    add(m_panes->isMaximised() ? tr("All panes") : tr("This pane alone"), Qt::SHIFT | Qt::Key_X, false,
        [this, view] { m_panes->toggleMaximised(view); });
    auto* series = menu->addMenu(tr("Show here"));
    for (const auto* stack : m_study.catalogue().stacks()) {
        if (m_study.seriesOf(*stack) == nullptr)
            continue;
        auto* action = series->addAction(QString::fromStdString(stack->role.name()).replace('-', ' ') +
                                         tr(", %1 slices").arg(stack->slices()));
        connect(action, &QAction::triggered, this, [this, view, id = stack->id] { m_panes->chooseStack(view, id); });
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
