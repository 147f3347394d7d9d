#include "panels/DrawingView.h"

#include "grading/report/Writers.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>

namespace foragrade {
namespace {

void paint(QPainter& painter, const QRectF& where, const grading::Drawing& drawing)
{
    QSvgRenderer renderer(QByteArray::fromStdString(grading::report::toSvg(drawing)));
    renderer.render(&painter, where);
}

} // namespace

void DrawingView::show(const grading::Drawing& drawing)
{
    m_drawing = drawing;
    setAccessibleName(QString::fromStdString(drawing.description));
    updateGeometry();
    update();
}

QSize DrawingView::sizeHint() const
{
    return {static_cast<int>(m_drawing.width), static_cast<int>(m_drawing.height)};
}

void DrawingView::paintEvent(QPaintEvent*)
{
    if (m_drawing.items.empty())
        return;
    const double scale = std::min({width() / m_drawing.width, height() / m_drawing.height, 1.25});
    QPainter painter(this);
    paint(painter, QRectF(0, 0, m_drawing.width * scale, m_drawing.height * scale), m_drawing);
}

QImage pictureOf(const grading::Drawing& drawing, double scale, QColor ground)
{
    QImage image(QSizeF(drawing.width * scale, drawing.height * scale).toSize(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    paint(painter, QRectF(image.rect()), drawing);
    return image;
}

} // namespace foragrade
