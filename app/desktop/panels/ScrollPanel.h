#pragma once

#include <QLabel>
#include <QScrollArea>

namespace foragrade {

/// A panel at its full size where the window has room for it, else to be scrolled, so that nothing of it is out of
/// reach on a small or much enlarged screen. What takes the keyboard inside comes into view.
class ScrollPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollPanel(QWidget* content, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, 60}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; ///< A content that grows is given the room.
};

/// One line of text that ends in "…" where there is no room, with all of it in the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace foragrade
