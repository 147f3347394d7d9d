// The tools' and structures' commands, and the keys that are held.
#include "MainWindow.h"

#include "commands/CommandTable.h"
#include "panels/CommandPalette.h"
#include "panels/Sheet.h"
#include "theme/Theme.h"
#include "views/PaneGrid.h"
#include "views/SliceView.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace foragrade {

void MainWindow::addToolCommands()
{
    const auto change = [this](std::function<void(ToolSettings&)> edit) {
        return [this, edit = std::move(edit)] {
            auto tool = m_desk.tool();
            edit(tool);
            m_desk.setTool(tool);
        };
    };
    const char* structureLine = QT_TRANSLATE_NOOP("Command", "nerve root, fat, foramen");
    const std::tuple<const char*, const char*, Qt::Key, grading::Structure> structures[] = {
        {"structure.root", QT_TRANSLATE_NOOP("Command", "Nerve root"), Qt::Key_Q, grading::Structure::NerveRoot},
        {"structure.fat", QT_TRANSLATE_NOOP("Command", "Fat"), Qt::Key_W, grading::Structure::PerineuralFat},
        {"structure.outline", QT_TRANSLATE_NOOP("Command", "Foramen"), Qt::Key_E, grading::Structure::ForamenOutline}};
    for (const auto& [id, text, key, structure] : structures)
        m_commands->add({id,
                         CommandGroup::Marking,
                         text,
                         {QKeySequence(key)},
                         change([structure = structure](ToolSettings& tool) { tool.structure = structure; }),
                         whileLooking(),
                         structureLine});
    const char* byHand = QT_TRANSLATE_NOOP("Command", "look, brush, polygon, freehand");
    const char* byClick = QT_TRANSLATE_NOOP("Command", "root, foramen from a click");
    const char* around = QT_TRANSLATE_NOOP("Command", "fat around root, root on next slice");
    const char* brushes = QT_TRANSLATE_NOOP("Command", "livewire, sphere, threshold");
    const char* rulers = QT_TRANSLATE_NOOP("Command", "measure a distance, an angle");
    const std::tuple<const char*, const char*, QKeySequence, ToolKind, const char*> tools[] = {
        {"tool.look", QT_TRANSLATE_NOOP("Command", "Look"), Qt::Key_V, ToolKind::Look, byHand},
        {"tool.brush", QT_TRANSLATE_NOOP("Command", "Brush"), Qt::Key_B, ToolKind::Brush, byHand},
        {"tool.polygon", QT_TRANSLATE_NOOP("Command", "Polygon"), Qt::Key_P, ToolKind::Polygon, byHand},
        {"tool.freehand", QT_TRANSLATE_NOOP("Command", "Freehand"), Qt::Key_F, ToolKind::Freehand, byHand},
        {"tool.root", QT_TRANSLATE_NOOP("Command", "Root by click"), Qt::Key_R, ToolKind::RootFromClick, byClick},
        {"tool.foramen", QT_TRANSLATE_NOOP("Command", "Foramen by click"), Qt::SHIFT | Qt::Key_R,
         ToolKind::ForamenFromClick, byClick},
        {"tool.fat", QT_TRANSLATE_NOOP("Command", "Fat around root"), Qt::Key_S, ToolKind::FatAroundRoot, around},
        {"tool.next", QT_TRANSLATE_NOOP("Command", "Next slice"), Qt::Key_D, ToolKind::RootNextSlice, around},
        {"tool.livewire", QT_TRANSLATE_NOOP("Command", "Livewire"), Qt::SHIFT | Qt::Key_P, ToolKind::Livewire, brushes},
        {"tool.sphere", QT_TRANSLATE_NOOP("Command", "Sphere brush"), Qt::SHIFT | Qt::Key_B, ToolKind::SphereBrush,
         brushes},
        {"tool.threshold", QT_TRANSLATE_NOOP("Command", "Threshold brush"), Qt::SHIFT | Qt::Key_T,
         ToolKind::ThresholdBrush, brushes},
        {"tool.flood", QT_TRANSLATE_NOOP("Command", "Fill what looks alike"), Qt::SHIFT | Qt::Key_G,
         ToolKind::FloodFill, nullptr},
        {"tool.levels", QT_TRANSLATE_NOOP("Command", "Name discs"), Qt::Key_U, ToolKind::NameLevels, nullptr},
        {"tool.distance", QT_TRANSLATE_NOOP("Command", "Measure a distance"), Qt::SHIFT | Qt::Key_D, ToolKind::Distance,
         rulers},
        {"tool.angle", QT_TRANSLATE_NOOP("Command", "Measure an angle"), Qt::SHIFT | Qt::Key_A, ToolKind::Angle,
         rulers}};
    for (const auto& [id, text, key, kind, line] : tools)
        m_commands->add({id,
                         CommandGroup::Marking,
                         text,
                         {key},
                         change([kind = kind](ToolSettings& tool) { tool.kind = kind; }),
                         whileLooking(),
                         line});
    const char* sizes = QT_TRANSLATE_NOOP("Command", "brush smaller, larger");
    m_commands->add({"brush.smaller",
                     CommandGroup::Marking,
                     QT_TRANSLATE_NOOP("Command", "Brush smaller"),
                     {QKeySequence(Qt::Key_BracketLeft)},
                     change([](ToolSettings& tool) { tool.brushRadius.value -= 0.25; }),
                     whileLooking(),
                     sizes});
    m_commands->add({"brush.larger",
                     CommandGroup::Marking,
                     QT_TRANSLATE_NOOP("Command", "Brush larger"),
                     {QKeySequence(Qt::Key_BracketRight)},
                     change([](ToolSettings& tool) { tool.brushRadius.value += 0.25; }),
                     whileLooking(),
                     sizes});
}

/// With Ctrl the wheel is the brush's, not the slices'.
bool MainWindow::resizeBrush(const QWheelEvent& wheel)
{
    if (!(wheel.modifiers() & Qt::ControlModifier) || wheel.angleDelta().y() == 0)
        return false;
    m_commands->action(wheel.angleDelta().y() > 0 ? "brush.larger" : "brush.smaller")->trigger();
    m_panes->repaintOverlays();
    return true;
}

/// Keys that are held, and those that mean something else while a field has the keyboard.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Wheel || event->type() == QEvent::KeyPress)
        m_desk.clock().noteActivity();
    if (event->type() == QEvent::Wheel && qobject_cast<SliceView*>(watched) != nullptr)
        return resizeBrush(*static_cast<QWheelEvent*>(event));
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QMainWindow::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (widget == nullptr || widget->window() != this || key->isAutoRepeat() || isOverWindow(*widget))
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

/// In a page or palette that lies over the window and has keys of its own.
bool MainWindow::isOverWindow(const QWidget& widget)
{
    for (const auto* each = &widget; each != nullptr; each = each->parentWidget()) {
        if (qobject_cast<const Sheet*>(each) != nullptr || qobject_cast<const CommandPalette*>(each) != nullptr)
            return true;
    }
    return false;
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) // later: what asked for it may be part of the window
        QMetaObject::invokeMethod(this, &MainWindow::buildAnew, Qt::QueuedConnection);
    if (event->type() != QEvent::ActivationChange)
        return;
    if (isActiveWindow())
        m_desk.clock().noteActivity();
    else
        m_desk.clock().stop();
}

void MainWindow::toggleTheme()
{
    const bool isLight = currentTheme() == Theme::Dark;
    applyTheme(*qApp, isLight ? Theme::Light : Theme::Dark);
    Options::rememberTheme(isLight);
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
