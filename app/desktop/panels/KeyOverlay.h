#pragma once

#include <QWidget>

namespace foragrade {

/// Every key on one page over the window; any key or click puts it away.
class KeyOverlay : public QWidget {
    Q_OBJECT
public:
    explicit KeyOverlay(QWidget* parent);
    void open();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace foragrade
