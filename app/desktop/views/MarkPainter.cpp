#include "views/MarkPainter.h"

#include "theme/MarkLook.h"
#include "theme/Palette.h"
#include "theme/Theme.h"
#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include "grading/marks/Contour.h"

#include <QPainter>
#include <QPainterPath>

namespace foragrade {
namespace {

QPainterPath pathOf(const SliceProjection& projection, const grading::PixelSet& pixels)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& contour : grading::outlines(pixels)) {
        QPolygonF polygon;
        for (const auto& point : contour.points)
            polygon << projection.toPane(point);
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

} // namespace

void paintPixels(QPainter& painter, const SliceProjection& projection, const grading::PixelSet& pixels,
                 grading::Structure structure, double fill, double strength)
{
    if (pixels.isEmpty())
        return;
    const QPainterPath path = pathOf(projection, pixels);
    QColor area = structureColour(structure);
    area.setAlphaF(static_cast<float>(fill * strength));
    painter.fillPath(path, area);
    QPen pen = structurePen(structure);
    QColor line = pen.color();
    line.setAlphaF(static_cast<float>(strength));
    pen.setColor(line);
    painter.strokePath(path, pen);
}

void paintMarks(QPainter& painter, const SliceView& view, const grading::Reading& reading,
                const grading::Foramen& current)
{
    for (const auto& [foramen, record] : reading.foramina) {
        const auto* marks = record.marksOn(view.stack()->id);
        if (marks == nullptr)
            continue;
        const auto all = marks->labels.markedPixels(view.slice());
        if (all.isEmpty())
            continue;
        const bool isCurrent = foramen == current;
        for (auto structure = grading::allStructures.rbegin(); structure != grading::allStructures.rend(); ++structure)
            paintPixels(painter, view.projection(), marks->labels.pixels(view.slice(), *structure), *structure,
                        markLook().effectiveFill() * (isCurrent ? 1 : 0.5), isCurrent ? 1 : 0.55);
        if (!isCurrent) {
            painter.setFont(overlayFont());
            const auto box = pathOf(view.projection(), all).boundingRect();
            drawRimmedText(
                painter, QRectF(box.right() + 6, box.center().y() - 8, 120, 16), Qt::AlignLeft | Qt::AlignVCenter,
                QString::fromStdString(foramen.level.name()) + ' ' + grading::letter(foramen.side), QColor(0xb8c1cc));
        }
    }
}

} // namespace foragrade
