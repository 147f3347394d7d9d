#include "views/SliceOverlay.h"

#include "theme/Palette.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace foragrade {
namespace {

constexpr double margin = 10;
constexpr QRgb overlayText = 0xffd7dde5;

/// Light text that stays readable on bright tissue.
void drawText(QPainter& painter, const QRectF& where, int flags, const QString& text, QColor colour)
{
    painter.setPen(QColor(0, 0, 0, 190));
    for (const auto& offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(where.translated(offset), flags, text);
    painter.setPen(colour);
    painter.drawText(where, flags, text);
}

void drawLines(QPainter& painter, const QStringList& lines, QPointF corner, bool atRight, bool atBottom)
{
    const double step = painter.fontMetrics().height() + 1;
    double y = atBottom ? corner.y() - step * static_cast<double>(lines.size()) : corner.y();
    for (const auto& line : lines) {
        const QRectF where(atRight ? corner.x() - 400 : corner.x(), y, 400, step);
        drawText(painter, where, (atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, line, overlayText);
        y += step;
    }
}

} // namespace

SliceOverlay::SliceOverlay(QWidget* parent, std::function<SliceAnnotations()> annotations, Paint marks)
    : QWidget(parent), m_annotations(std::move(annotations)), m_marks(std::move(marks))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_TranslucentBackground);
    setFocusPolicy(Qt::NoFocus);
}

void SliceOverlay::setProjection(const SliceProjection& projection)
{
    m_projection = projection;
    update();
}

void SliceOverlay::paintEvent(QPaintEvent*)
{
    const SliceAnnotations notes = m_annotations();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(overlayFont());
    if (notes.message.isEmpty()) {
        m_marks(painter);
        paintReferenceLines(painter, notes);
        painter.setFont(overlayFont());
        paintEdges(painter, notes);
        painter.setFont(overlayFont());
        paintScaleBar(painter, height() - margin);
    } else {
        painter.setPen(QColor(0x8b95a3));
        painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, notes.message);
    }
    drawLines(painter, notes.topLeft, {margin, margin - 2}, false, false);
    drawLines(painter, notes.topRight, {width() - margin, margin - 2}, true, false);
    drawLines(painter, notes.bottomLeft, {margin, height() - margin - 14}, false, true);
    drawLines(painter, notes.bottomRight, {width() - margin, height() - margin}, true, true);
    if (notes.isCurrent) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(colours().accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void SliceOverlay::paintScaleBar(QPainter& painter, double bottom) const
{
    static constexpr std::array<double, 7> sizes{100, 50, 20, 10, 5, 2, 1};
    double mm = sizes.back();
    for (const double size : sizes) {
        if (m_projection.pixels({size}) <= width() * 0.28) {
            mm = size;
            break;
        }
    }
    const double x = margin;
    const double length = m_projection.pixels({mm});
    QPainterPath bar;
    bar.moveTo(x, bottom - 8);
    bar.lineTo(x, bottom - 2);
    bar.moveTo(x, bottom - 5);
    bar.lineTo(x + length, bottom - 5);
    bar.moveTo(x + length, bottom - 8);
    bar.lineTo(x + length, bottom - 2);
    painter.setPen(QPen(QColor(0, 0, 0, 190), 3));
    painter.drawPath(bar);
    painter.setPen(QPen(QColor(overlayText), 1.5));
    painter.drawPath(bar);
    drawText(painter, QRectF(x + length + 6, bottom - 14, 80, 16), Qt::AlignLeft | Qt::AlignVCenter,
             QString("%1 mm").arg(mm), overlayText);
}

void SliceOverlay::paintEdges(QPainter& painter, const SliceAnnotations& notes) const
{
    const auto draw = [&](const QRectF& where, const QString& text) {
        const bool isSide = text.startsWith('R') || text.startsWith('L');
        QFont font = overlayFont();
        font.setPixelSize(isSide ? 24 : 15);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        drawText(painter, where, Qt::AlignCenter, text, isSide ? QColor(0xffffff) : QColor(0xb8c1cc));
    };
    const double w = width();
    const double h = height();
    draw(QRectF(w / 2 - 40, 6, 80, 28), notes.top);
    draw(QRectF(w / 2 - 40, h - 34, 80, 28), notes.bottom);
    draw(QRectF(4, h / 2 - 16, 40, 32), notes.left);
    draw(QRectF(w - 44, h / 2 - 16, 40, 32), notes.right);
    if (!notes.side.isEmpty()) {
        const double below = margin + (painter.fontMetrics().height() + 2) * static_cast<double>(notes.topLeft.size());
        QFont font = overlayFont();
        font.setPixelSize(34);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        drawText(painter, QRectF(margin, below, 60, 40), Qt::AlignLeft | Qt::AlignTop, notes.side, Qt::white);
    }
}

void SliceOverlay::paintReferenceLines(QPainter& painter, const SliceAnnotations& notes) const
{
    for (const auto& [line, label] : notes.referenceLines) {
        painter.setPen(QPen(QColor(0, 0, 0, 120), 2.5));
        painter.drawLine(line);
        painter.setPen(QPen(QColor(0x7d, 0xbb, 0xff, 190), 1, Qt::DashLine));
        painter.drawLine(line);
        if (!label.isEmpty())
            drawText(painter, QRectF(line.p2() - QPointF(64, 16), QSizeF(60, 16)), Qt::AlignRight, label,
                     QColor(0x7dbbff));
    }
    if (notes.cursor) {
        const QPointF at = *notes.cursor;
        for (const auto& pen : {QPen(QColor(0, 0, 0, 160), 3), QPen(QColor(0xf0e442), 1.2)}) {
            painter.setPen(pen);
            painter.drawLine(at + QPointF(-11, 0), at + QPointF(-4, 0));
            painter.drawLine(at + QPointF(4, 0), at + QPointF(11, 0));
            painter.drawLine(at + QPointF(0, -11), at + QPointF(0, -4));
            painter.drawLine(at + QPointF(0, 4), at + QPointF(0, 11));
        }
    }
}

} // namespace foragrade
