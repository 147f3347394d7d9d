#include "DrawingPainter.h"

#include <QImage>
#include <QPainterPath>

#include <algorithm>

namespace foragrade {

namespace {

using grading::Drawing;

QPen penOf(const Drawing::Pen& pen, double scale)
{
    const double width = pen.width * scale;
    QPen result(colourOf(pen.colour), width);
    result.setJoinStyle(Qt::RoundJoin);
    const bool hasDots = pen.dashes.empty() || pen.dashes.front() < pen.width;
    result.setCapStyle(hasDots ? Qt::RoundCap : Qt::FlatCap);
    if (!pen.dashes.empty()) {
        QList<qreal> pattern; // in pen widths
        for (const double dash : pen.dashes)
            pattern.append(std::max(dash / pen.width, 0.01));
        result.setDashPattern(pattern);
    }
    return result;
}

void paint(QPainter& painter, const QPointF& origin, double scale, const Drawing::Shape& shape)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& line : shape.lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const QPointF point = origin + QPointF(line[i].x, line[i].y) * scale;
            i == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        if (shape.isClosed)
            path.closeSubpath();
    }
    painter.setBrush(shape.fill ? QBrush(colourOf(*shape.fill)) : QBrush(Qt::NoBrush));
    painter.setPen(shape.pen ? penOf(*shape.pen, scale) : QPen(Qt::NoPen));
    painter.drawPath(path);
}

void paint(QPainter& painter, const QPointF& origin, double scale, const Drawing::Text& text)
{
    QFont font = reportFont(text.isBold);
    font.setPixelSize(std::max(1, static_cast<int>(text.size * scale)));
    painter.setFont(font);
    painter.setPen(colourOf(text.colour));
    const QString words = QString::fromStdString(text.text);
    const double width = QFontMetricsF(font, painter.device()).horizontalAdvance(words);
    const double shift = text.align == Drawing::Align::Left     ? 0
                         : text.align == Drawing::Align::Middle ? width / 2
                                                                : width;
    painter.drawText(origin + QPointF(text.at.x, text.at.y) * scale - QPointF(shift, 0), words);
}

} // namespace

QColor colourOf(const Drawing::Colour& colour)
{
    return {colour.red, colour.green, colour.blue, static_cast<int>(colour.opacity * 255 + 0.5)};
}

double paintDrawing(QPainter& painter, const QRectF& area, const Drawing& drawing)
{
    const double scale = area.width() / drawing.width;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& item : drawing.items)
        std::visit([&](const auto& shown) { paint(painter, area.topLeft(), scale, shown); }, item);
    painter.restore();
    return drawing.height * scale;
}

void paintKeyImage(QPainter& painter, const QRectF& area, const grading::KeyImage& image)
{
    const QImage picture(image.grey.data(), image.width, image.height, image.width, QImage::Format_Grayscale8);
    const double height = area.width() * image.height / image.width;
    painter.drawImage(QRectF(area.topLeft(), QSizeF(area.width(), height)), picture);
}

QFont reportFont(bool isBold)
{
    QFont font;
    font.setFamilies({"Liberation Sans", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC"});
    font.setStyleHint(QFont::SansSerif);
    font.setWeight(isBold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace foragrade
