#include "Hand.h"

#include <QApplication>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <QWindow>

namespace foragrade::test {

QWindow* Hand::front() const
{
    if (auto* dialogue = QApplication::activeModalWidget())
        return dialogue->windowHandle();
    return m_window.windowHandle();
}

void Hand::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    QTest::keyClick(front(), key, modifiers);
}

void Hand::keysInMenu(Qt::Key opens, Qt::KeyboardModifiers modifiers, const std::vector<Qt::Key>& keys)
{
    QTimer whenOpen; // the menu's own event loop runs it
    QObject::connect(&whenOpen, &QTimer::timeout, [&] {
        if (QApplication::activePopupWidget() == nullptr)
            return;
        whenOpen.stop();
        for (const auto each : keys)
            key(each);
        while (auto* menu = QApplication::activePopupWidget())
            menu->close(); // else a failure would wait for ever
    });
    whenOpen.start(1);
    key(opens, modifiers);
}

void Hand::type(const QString& text)
{
    for (const QChar letter : text) {
        ++m_actions;
        QTest::keyClick(front(), letter.toLatin1());
    }
}

void Hand::click(const QWidget& widget, QPoint at, Qt::KeyboardModifiers modifiers)
{
    drag(widget, {at}, modifiers);
}

void Hand::drag(const QWidget& widget, const std::vector<QPoint>& path, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    auto* window = widget.window()->windowHandle();
    const auto inWindow = [&](QPoint at) { return widget.mapTo(widget.window(), at); };
    QTest::mousePress(window, Qt::LeftButton, modifiers, inWindow(path.front()));
    for (const auto& at : path)
        QTest::mouseMove(window, inWindow(at));
    QTest::mouseRelease(window, Qt::LeftButton, modifiers, inWindow(path.back()));
}

void Hand::wheel(const QWidget& widget, int notches)
{
    for (int i = 0; i < std::abs(notches); ++i) {
        ++m_actions;
        const QPointF at = widget.mapTo(widget.window(), widget.rect().center());
        QWheelEvent turn(at, widget.window()->mapToGlobal(at), {}, QPoint(0, notches > 0 ? -120 : 120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget.window()->windowHandle(), &turn);
        QCoreApplication::processEvents();
    }
}

} // namespace foragrade::test
