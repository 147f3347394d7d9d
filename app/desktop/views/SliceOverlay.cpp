#include "views/SliceOverlay.h"

#include "theme/Palette.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <cmath>

namespace foragrade {
namespace {

constexpr double margin = 10;
constexpr QRgb overlayText = 0xffd7dde5;

void drawLines(QPainter& painter, const QStringList& lines, QPointF corner, bool atRight, bool atBottom)
{
    const double step = painter.fontMetrics().height() + 1;
    double y = atBottom ? corner.y() - step * static_cast<double>(lines.size()) : corner.y();
    for (const auto& line : lines) {
        const QRectF where(atRight ? corner.x() - 400 : corner.x(), y, 400, step);
        drawRimmedText(painter, where, (atRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, line,
                       overlayText);
        y += step;
    }
}

bool isSide(const QString& letters)
{
    return letters.startsWith('R') || letters.startsWith('L');
}

QFont edgeFont(const QString& letters)
{
    QFont font = overlayFont();
    font.setPixelSize(isSide(letters) ? 24 : 15);
    font.setWeight(QFont::DemiBold);
    return font;
}

constexpr double rim = 4; ///< pixels around the letters

/// Stroking the outlines of letters costs far more than all else in a pane, so it is done once for each text.
QPixmap rimmedText(const QFont& font, const QString& text, QColor colour, double ratio)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(text) + 2 * rim, metrics.height() + 2 * rim);
    QPixmap picture((size * ratio).toSize() + QSize(1, 1));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath letters;
    letters.addText(QPointF(rim, rim + metrics.ascent()), font, text);
    painter.strokePath(letters, QPen(QColor(0, 0, 0, 70), 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(letters, QPen(Qt::black, 2.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(letters, colour);
    return picture;
}

} // namespace

void drawRimmedText(QPainter& painter, const QRectF& where, Qt::Alignment flags, const QString& text, QColor colour)
{
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(text);
    const double x = flags & Qt::AlignRight     ? where.right() - width
                     : flags & Qt::AlignHCenter ? where.center().x() - width / 2
                                                : where.left();
    const double top = flags & Qt::AlignVCenter ? where.center().y() - metrics.height() / 2 : where.top();
    const double ratio = painter.device()->devicePixelRatioF();
    const QString key = QString("rimmed/%1/%2/%3/%4").arg(text, painter.font().key()).arg(colour.rgba()).arg(ratio);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = rimmedText(painter.font(), text, colour, ratio);
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(QPointF(x - rim, top - rim), picture);
}

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
        if (!notes.isTextHidden)
            paintLevels(painter, notes);
        painter.setFont(overlayFont());
        paintEdges(painter, notes);
        painter.setFont(overlayFont());
        paintScaleBar(painter, height() - margin);
    } else {
        painter.setPen(darkPalette().muted); // on the images' black in both themes
        painter.drawText(rect().adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, notes.message);
    }
    if (!notes.isTextHidden) {
        drawLines(painter, notes.topLeft, {margin, margin - 2}, false, false);
        drawLines(painter, notes.topRight, {width() - margin, margin - 2}, true, false);
        drawLines(painter, notes.bottomLeft, {margin, height() - margin - 14}, false, true);
        drawLines(painter, notes.bottomRight, {width() - margin, height() - margin}, true, true);
    }
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
    painter.setPen(QPen(Qt::black, 4));
    painter.drawPath(bar);
    painter.setPen(QPen(QColor(overlayText), 1.5));
    painter.drawPath(bar);
    drawRimmedText(painter, QRectF(x + length + 6, bottom - 14, 80, 16), Qt::AlignLeft | Qt::AlignVCenter,
                   QString("%1 mm").arg(mm), overlayText);
}

std::vector<std::pair<QRectF, QString>> SliceOverlay::edges(const SliceAnnotations& notes) const
{
    const double w = width();
    const double h = height();
    const std::pair<QPointF, QString> letters[] = {{{w / 2, 20}, notes.top},
                                                   {{w / 2, h - 20}, notes.bottom},
                                                   {{20, h / 2}, notes.left},
                                                   {{w - 20, h / 2}, notes.right}};
    std::vector<std::pair<QRectF, QString>> result;
    for (const auto& [middle, text] : letters) {
        if (text.isEmpty())
            continue;
        const QSizeF size(QFontMetricsF(edgeFont(text)).horizontalAdvance(text) + 8, 30);
        QRectF where(middle - QPointF(size.width() / 2, size.height() / 2), size);
        where.moveLeft(std::clamp(where.left(), 4.0, std::max(4.0, w - 4 - size.width())));
        result.emplace_back(where, text);
    }
    return result;
}

void SliceOverlay::paintEdges(QPainter& painter, const SliceAnnotations& notes) const
{
    for (const auto& [where, text] : edges(notes)) {
        painter.setFont(edgeFont(text));
        drawRimmedText(painter, where, Qt::AlignCenter, text, isSide(text) ? QColor(0xffffff) : QColor(0xb8c1cc));
    }
    if (!notes.side.isEmpty()) {
        const double below = margin + (painter.fontMetrics().height() + 2) * static_cast<double>(notes.topLeft.size());
        QFont font = overlayFont();
        font.setPixelSize(34);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        drawRimmedText(painter, QRectF(margin, below, 60, 40), Qt::AlignLeft | Qt::AlignTop, notes.side, Qt::white);
    }
}

void SliceOverlay::paintReferenceLines(QPainter& painter, const SliceAnnotations& notes) const
{
    QRegion free(rect());
    for (const auto& [where, text] : edges(notes)) // a line through a letter would hide it
        free -= where.toAlignedRect();
    painter.setClipRegion(free);
    for (const auto& [line, label] : notes.referenceLines) {
        painter.setPen(QPen(QColor(0, 0, 0, 220), 3.6));
        painter.drawLine(line);
        painter.setPen(QPen(QColor(0x7d, 0xbb, 0xff), 1.6, Qt::DashLine));
        painter.drawLine(line);
        if (!label.isEmpty())
            drawRimmedText(painter, QRectF(line.p2() - QPointF(64, 16), QSizeF(60, 16)), Qt::AlignRight, label,
                           QColor(0x7dbbff));
    }
    painter.setClipping(false);
    if (notes.cursor)
        paintCursor(painter, *notes.cursor);
}

void SliceOverlay::paintCursor(QPainter& painter, QPointF at)
{
    for (const auto& pen : {QPen(QColor(0, 0, 0, 220), 3.2), QPen(QColor(0xf0e442), 1.2)}) {
        painter.setPen(pen);
        for (const QPointF arm : {QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)})
            painter.drawLine(at + 4 * arm, at + 11 * arm);
    }
}

void SliceOverlay::paintLevels(QPainter& painter, const SliceAnnotations& notes)
{
    for (const auto& level : notes.levels) {
        const QColor colour = level.isCurrent ? QColor(0x7dbbff) : QColor(level.isPointedAt ? 0xffffff : 0xb8c1cc);
        painter.setPen(QPen(QColor(0, 0, 0, 220), 1.5));
        painter.setBrush(level.isPointedAt ? QBrush(colour) : Qt::NoBrush);
        painter.drawEllipse(level.at, 4, 4);
        if (!level.isPointedAt) {
            painter.setPen(QPen(colour, 1.2));
            painter.drawEllipse(level.at, 3, 3);
        }
        QFont font = overlayFont();
        font.setWeight(level.isCurrent ? QFont::Bold : QFont::Normal);
        painter.setFont(font);
        const double x = level.isTextAtLeft ? level.at.x() - 88 : level.at.x() + 8;
        drawRimmedText(painter, QRectF(x, level.at.y() - 8, 80, 16),
                       (level.isTextAtLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, level.name, colour);
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace foragrade
