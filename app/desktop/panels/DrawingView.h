#pragma once

#include "grading/report/Drawing.h"

#include <QWidget>

namespace foragrade {

/// A drawing in vectors, as large as fits, in the upper left corner.
class DrawingView : public QWidget {
    Q_OBJECT
public:
    explicit DrawingView(QWidget* parent = nullptr) : QWidget(parent) {}

    void show(const grading::Drawing& drawing);
    [[nodiscard]] const grading::Drawing& drawing() const { return m_drawing; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    grading::Drawing m_drawing;
};

/// The same drawing as a picture, `scale` pixels a unit, on `ground`.
[[nodiscard]] QImage pictureOf(const grading::Drawing& drawing, double scale, QColor ground);

} // namespace foragrade
