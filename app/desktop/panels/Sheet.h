#pragma once

#include <QPointer>
#include <QWidget>

class QFrame;
class QLabel;
class QVBoxLayout;

namespace foragrade {

/// A page over the whole window, on a darkened ground: Esc, its button or a click beside it puts it away. What had the
/// keyboard has it again afterwards.
class Sheet : public QWidget {
    Q_OBJECT
public:
    explicit Sheet(QWidget* window);
    void open();
    void close();

protected:
    [[nodiscard]] QVBoxLayout* rows() const { return m_rows; } ///< Below the title.
    [[nodiscard]] QFrame* page() const { return m_page; }
    void setTitle(const QString& title);
    void setPageSize(QSize largest) { m_largest = largest; } ///< Smaller in a smaller window.
    virtual void prepare() {}                                ///< Before each opening.
    virtual void put() {}                                    ///< After it was put away.

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    QFrame* m_page;
    QLabel* m_title;
    QVBoxLayout* m_rows;
    QSize m_largest{900, 600};
    QPointer<QWidget> m_before; ///< What had the keyboard.
};

} // namespace foragrade
