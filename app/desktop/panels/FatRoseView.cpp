#include "panels/FatRoseView.h"

#include "models/Words.h"
#include "theme/Palette.h"
#include "theme/Theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foragrade {
namespace {

QColor colourOf(grading::SideCoverageState state)
{
    switch (state) {
    case grading::SideCoverageState::Preserved:
        return gradeColour(0);
    case grading::SideCoverageState::Equivocal:
        return gradeColour(1);
    case grading::SideCoverageState::Lost:
        return gradeColour(3);
    case grading::SideCoverageState::NotAssessable:
        break;
    }
    return colours().muted;
}

constexpr std::array<double, 4> middleOf{0, 180, 90, 270}; ///< degrees, by AnatomicalDirection

} // namespace

FatRoseView::FatRoseView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Fat rose"));
    setMinimumSize(120, 120);
    setMouseTracking(true);
}

void FatRoseView::show(std::optional<grading::SliceMeasurements> slice, const grading::VolumeGeometry& geometry,
                       const QString& hint)
{
    m_hint = hint;
    m_slice = std::move(slice);
    m_geometry = geometry;
    update();
}

QPointF FatRoseView::onScreen(grading::PatientVector v) const
{
    return {dot(v, m_geometry.rowDirection()), dot(v, m_geometry.columnDirection())};
}

QPointF FatRoseView::towards(double degrees) const
{
    const double angle = degrees * std::numbers::pi / 180;
    return onScreen(m_slice->frame.superior) * std::cos(angle) + onScreen(m_slice->frame.anterior) * std::sin(angle);
}

void FatRoseView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& set = colours();
    const double radius = std::min(width(), height()) / 2.0 - 16;
    painter.translate(width() / 2.0, height() / 2.0);
    if (!m_slice) {
        painter.setPen(QPen(set.muted, 1.5, Qt::DashLine));
        painter.drawEllipse(QPointF(0, 0), radius, radius);
        painter.setPen(set.muted);
        painter.setFont(overlayFont());
        painter.drawText(QRectF(-radius + 12, -30, 2 * radius - 24, 60), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    const auto& rays = m_slice->profile.rays;
    double reach = 4;
    for (const auto& ray : rays)
        reach =
            std::max(reach, ray.rootEdge.value + (ray.gap ? ray.gap->value : 0) + std::min(ray.thickness.value, 4.0));
    const double scale = (radius - 8) / reach;

    painter.setPen(Qt::NoPen);
    painter.setBrush(darkPalette().window); // the structures' colours are made for a dark ground
    painter.drawEllipse(QPointF(0, 0), radius, radius);
    painter.setBrush(Qt::NoBrush);
    // The sides' tint and ring.
    for (const auto side : grading::allDirections) {
        QPainterPath wedge;
        wedge.moveTo(0, 0);
        QPolygonF rim;
        for (int step = -45; step <= 45; ++step)
            rim << towards(middleOf[grading::indexOf(side)] + step) * radius;
        for (const auto& point : rim)
            wedge.lineTo(point);
        wedge.closeSubpath();
        QColor tint = colourOf(m_slice->side(side).state);
        painter.setPen(QPen(tint, 3, Qt::SolidLine, Qt::FlatCap));
        painter.drawPolyline(rim);
        tint.setAlphaF(m_pointed == side ? 0.4F : 0.14F);
        painter.fillPath(wedge, tint);
    }
    // Fat along each ray, then the root's silhouette.
    QPolygonF root;
    for (const auto& ray : rays) {
        const QPointF direction = towards(ray.angle.value);
        root << direction * ray.rootEdge.value * scale;
        if (!ray.gap || ray.thickness.value <= 0)
            continue;
        QColor fat = structureColour(grading::Structure::PerineuralFat);
        fat.setAlphaF(ray.outcome == grading::Ray::Outcome::MeetsFat ? 1.0F : 0.3F);
        painter.setPen(QPen(fat, 1.6));
        const double from = (ray.rootEdge.value + ray.gap->value) * scale;
        painter.drawLine(direction * from, direction * std::min(from + ray.thickness.value * scale, radius - 3));
    }
    QColor fill = structureColour(grading::Structure::NerveRoot);
    painter.setPen(QPen(fill, 1.5));
    fill.setAlphaF(0.45F);
    painter.setBrush(fill);
    painter.drawPolygon(root);
    painter.setFont(overlayFont());
    painter.setPen(set.text);
    static constexpr std::array<const char*, 4> letters{"S", "I", "A", "P"};
    for (const auto side : grading::allDirections) {
        const QPointF at = towards(middleOf[grading::indexOf(side)]) * (radius + 9);
        painter.drawText(QRectF(at - QPointF(10, 8), QSizeF(20, 16)), Qt::AlignCenter, letters[grading::indexOf(side)]);
    }
}

void FatRoseView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_slice)
        return;
    const QPointF from = event->position() - QPointF(width() / 2.0, height() / 2.0);
    auto best = grading::AnatomicalDirection::Superior;
    for (const auto side : grading::allDirections) {
        if (QPointF::dotProduct(from, towards(middleOf[grading::indexOf(side)])) >
            QPointF::dotProduct(from, towards(middleOf[grading::indexOf(best)])))
            best = side;
    }
    point(best);
}

void FatRoseView::leaveEvent(QEvent*)
{
    point({});
}

void FatRoseView::point(std::optional<grading::AnatomicalDirection> side)
{
    if (side == m_pointed)
        return;
    m_pointed = side;
    update();
    emit pointedAt(side);
}

} // namespace foragrade
