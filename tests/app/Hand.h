#pragma once

#include <QPoint>
#include <QWidget>

#include <vector>

namespace foragrade::test {

/// A reader's hand at the window: mouse and keys go in where the window system's do, so what they reach is what they
/// would reach on a desk. Every key, click and wheel notch counts as one action.
class Hand {
public:
    explicit Hand(QWidget& window) : m_window(window) {}

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); ///< To what has the keyboard.
    /// Opens a menu by key and chooses in it by keys; a menu runs its own event loop until it is closed.
    void keysInMenu(Qt::Key opens, Qt::KeyboardModifiers modifiers, const std::vector<Qt::Key>& keys);
    void type(const QString& text);
    void click(const QWidget& widget, QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(const QWidget& widget) { click(widget, widget.rect().center()); }
    void drag(const QWidget& widget, const std::vector<QPoint>& path, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void wheel(const QWidget& widget, int notches); ///< Positive: towards higher slices.

    [[nodiscard]] int actions() const { return m_actions; }

private:
    [[nodiscard]] QWindow* front() const; ///< A dialogue's window while one is open.

    QWidget& m_window;
    int m_actions = 0;
};

} // namespace foragrade::test
