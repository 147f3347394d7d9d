// Every key of the reading; panels/KeyOverlay.cpp shows them.
#include "MainWindow.h"

#include "panels/ForamenForm.h"
#include "panels/SideCross.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace foragrade {

QAction* MainWindow::addKeys(const QList<QKeySequence>& keys, std::function<void()> action)
{
    auto* made = new QAction(this);
    made->setShortcuts(keys);
    connect(made, &QAction::triggered, this, std::move(action));
    addAction(made);
    return made;
}

void MainWindow::buildReadingKeys()
{
    using Place = SideCross::Place;
    static constexpr std::array<Qt::Key, 4> digits{Qt::Key_0, Qt::Key_1, Qt::Key_2, Qt::Key_3};
    for (int digit = 0; digit < 4; ++digit) {
        const auto i = static_cast<std::size_t>(digit);
        addKeys({QKeySequence(digits[i])}, [this, digit] { gradeBy(digit, false); });
        addKeys({QKeySequence(Qt::SHIFT | digits[i])}, [this, digit] { gradeBy(digit, true); });
    }
    const std::tuple<Place, Qt::Key, Qt::Key> sides[] = {{Place::Up, Qt::Key_I, Qt::Key_8},
                                                         {Place::Down, Qt::Key_K, Qt::Key_2},
                                                         {Place::Left, Qt::Key_J, Qt::Key_4},
                                                         {Place::Right, Qt::Key_L, Qt::Key_6}};
    for (const auto& [place, key, pad] : sides)
        addKeys({QKeySequence(key), QKeySequence(Qt::KeypadModifier | pad)},
                [this, place = place] { m_form->cross().cycle(place); });
    addKeys({QKeySequence(Qt::Key_O), QKeySequence(Qt::KeypadModifier | Qt::Key_5)},
            [this] { m_form->cross().cycleRoot(); });
    addKeys({QKeySequence(Qt::SHIFT | Qt::Key_O)}, [this] { m_form->cross().cycleRootBack(); });
    // The pad's other digits do nothing, so that a slip of the finger grades nothing.
    for (const auto key : {Qt::Key_0, Qt::Key_1, Qt::Key_3, Qt::Key_7, Qt::Key_9})
        addKeys({QKeySequence(Qt::KeypadModifier | key)}, [] {});

    addKeys({QKeySequence(Qt::Key_N)}, [this] {
        if (m_desk.isOpen())
            m_desk.apply(grading::commands::setNoFatSeen(m_desk.current(), !m_desk.record(m_desk.current()).noFatSeen));
    });
    addKeys({QKeySequence(Qt::Key_C)}, [this] { m_form->raiseConfidence(); });
    addKeys({QKeySequence(Qt::Key_G)}, [this] { m_form->editNotGradable(); });
    addKeys({QKeySequence(Qt::Key_M)}, [this] { m_form->editComment(); });
    const std::pair<Qt::Key, const char*> fields[] = {{Qt::Key_F, "findings"},
                                                      {Qt::Key_E, "etiology"},
                                                      {Qt::Key_C, "contact"},
                                                      {Qt::Key_Q, "quality"},
                                                      {Qt::Key_M, "meyerding"}};
    for (const auto& [key, name] : fields)
        addKeys({QKeySequence(Qt::SHIFT | key)}, [this, name = name] { m_form->openField(name); });
    addKeys({QKeySequence(Qt::Key_Up)}, [this] { m_desk.step(-1, 0); });
    addKeys({QKeySequence(Qt::Key_Down)}, [this] { m_desk.step(1, 0); });
    addKeys({QKeySequence(Qt::Key_Left)}, [this] { m_desk.step(0, -1); });
    addKeys({QKeySequence(Qt::Key_Right)}, [this] { m_desk.step(0, 1); });
    addKeys({QKeySequence(Qt::Key_X)}, [this] { m_panes->fitAll(); });
    addKeys({QKeySequence(Qt::CTRL | Qt::Key_Return)}, [this] {
        if (m_desk.isOpen())
            askToSign();
    });
    addKeys({QKeySequence(Qt::Key_A)}, [this] {
        if (auto* view = m_panes->current(); view != nullptr && view->hasImage())
            view->nextWindow();
    });
    addKeys({QKeySequence(Qt::Key_T)}, [this] { toggleSmooth(); });

    const std::pair<QKeySequence, ToolKind> tools[] = {{Qt::Key_V, ToolKind::Look},
                                                       {Qt::Key_B, ToolKind::Brush},
                                                       {Qt::Key_P, ToolKind::Polygon},
                                                       {Qt::Key_F, ToolKind::Freehand},
                                                       {Qt::Key_R, ToolKind::RootFromClick},
                                                       {Qt::Key_S, ToolKind::FatAroundRoot},
                                                       {Qt::Key_D, ToolKind::RootNextSlice},
                                                       {Qt::Key_U, ToolKind::NameLevels},
                                                       {Qt::SHIFT | Qt::Key_D, ToolKind::Distance},
                                                       {Qt::SHIFT | Qt::Key_A, ToolKind::Angle},
                                                       {Qt::SHIFT | Qt::Key_R, ToolKind::ForamenFromClick},
                                                       {Qt::SHIFT | Qt::Key_P, ToolKind::Livewire},
                                                       {Qt::SHIFT | Qt::Key_B, ToolKind::SphereBrush},
                                                       {Qt::SHIFT | Qt::Key_T, ToolKind::ThresholdBrush}};
    for (const auto& [key, kind] : tools)
        addKeys({key}, [this, kind = kind] {
            auto tool = m_desk.tool();
            tool.kind = kind;
            m_desk.setTool(tool);
        });
    const std::pair<Qt::Key, grading::Structure> structures[] = {{Qt::Key_Q, grading::Structure::NerveRoot},
                                                                 {Qt::Key_W, grading::Structure::PerineuralFat},
                                                                 {Qt::Key_E, grading::Structure::ForamenOutline}};
    for (const auto& [key, structure] : structures)
        addKeys({QKeySequence(key)}, [this, structure = structure] {
            auto tool = m_desk.tool();
            tool.structure = structure;
            m_desk.setTool(tool);
        });
    const auto resize = [this](double step) {
        auto tool = m_desk.tool();
        tool.brushRadius.value += step;
        m_desk.setTool(tool);
    };
    addKeys({QKeySequence(Qt::Key_BracketLeft)}, [resize] { resize(-0.25); });
    addKeys({QKeySequence(Qt::Key_BracketRight)}, [resize] { resize(0.25); });
    qApp->installEventFilter(this);
}

/// Keys that are held, and those that mean something else while a field has the keyboard.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel || event->type() == QEvent::KeyPress)
        m_desk.clock().noteActivity();
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QMainWindow::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (widget == nullptr || widget->window() != this || key->isAutoRepeat())
        return QMainWindow::eventFilter(watched, event);
    const bool isField = qobject_cast<QLineEdit*>(watched) != nullptr;
    if (key->key() == Qt::Key_H && !isField && key->modifiers() == Qt::NoModifier) {
        m_hidesMarks = event->type() == QEvent::KeyPress;
        m_panes->repaintOverlays();
        return true;
    }
    const bool isPressed = event->type() == QEvent::KeyPress;
    if (isField && isPressed && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return)) {
        if (key->key() == Qt::Key_Return)
            return QMainWindow::eventFilter(watched, event);
        setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Tab && isPressed && qobject_cast<SliceView*>(watched) != nullptr) {
        m_desk.chooseNextUngraded();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange)
        return;
    if (isActiveWindow())
        m_desk.clock().noteActivity();
    else
        m_desk.clock().stop();
}

void MainWindow::toggleTheme()
{
    applyTheme(*qApp, currentTheme() == Theme::Dark ? Theme::Light : Theme::Dark);
    m_desk.setTool(m_desk.tool());
    emit m_desk.foramenChosen();
}

void MainWindow::toggleSidePanels()
{
    const bool isShown = m_left->isVisible();
    m_left->setVisible(!isShown);
    m_lower->setVisible(!isShown);
}

} // namespace foragrade
