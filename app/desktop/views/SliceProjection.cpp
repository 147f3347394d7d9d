#include "views/SliceProjection.h"

#include <algorithm>

namespace foragrade {

using grading::PatientPoint;
using grading::SlicePoint;

SliceProjection SliceProjection::fitted(const grading::VolumeGeometry& geometry, QSizeF pane)
{
    SliceProjection result;
    result.geometry = geometry;
    result.pane = QSizeF(std::max(1.0, pane.width()), std::max(1.0, pane.height()));
    const double width = geometry.columns() * geometry.columnSpacing().value;
    const double height = geometry.rows() * geometry.rowSpacing().value;
    result.mmPerPixel = std::max({width / result.pane.width(), height / result.pane.height(), 1e-3});
    result.centre = QPointF((width - geometry.columnSpacing().value) / 2, (height - geometry.rowSpacing().value) / 2);
    return result;
}

QPointF SliceProjection::toPane(SlicePoint point) const
{
    const QPointF mm(point.column * geometry.columnSpacing().value, point.row * geometry.rowSpacing().value);
    return (mm - centre) / mmPerPixel + QPointF(pane.width() / 2, pane.height() / 2);
}

QPointF SliceProjection::toPane(const PatientPoint& point) const
{
    const auto index = geometry.toIndex(point);
    return toPane(SlicePoint{index.column, index.row});
}

SlicePoint SliceProjection::toSlice(QPointF place) const
{
    const QPointF mm = (place - QPointF(pane.width() / 2, pane.height() / 2)) * mmPerPixel + centre;
    return {mm.x() / geometry.columnSpacing().value, mm.y() / geometry.rowSpacing().value};
}

PatientPoint SliceProjection::toPatient(QPointF place, int slice) const
{
    const auto point = toSlice(place);
    return geometry.toPatient(grading::ContinuousIndex{point.column, point.row, static_cast<double>(slice)});
}

SliceProjection SliceProjection::zoomed(double factor, QPointF fixed) const
{
    SliceProjection result = *this;
    result.mmPerPixel = std::clamp(mmPerPixel / factor, 0.01, 5.0);
    const QPointF fromMiddle = fixed - QPointF(pane.width() / 2, pane.height() / 2);
    result.centre += fromMiddle * (mmPerPixel - result.mmPerPixel);
    return result;
}

SliceProjection SliceProjection::panned(QPointF byPixels) const
{
    SliceProjection result = *this;
    result.centre -= byPixels * mmPerPixel;
    return result;
}

SliceProjection SliceProjection::centredOn(const PatientPoint& point, grading::Millimetres width) const
{
    SliceProjection result = *this;
    const auto index = geometry.toIndex(point);
    result.centre = QPointF(index.column * geometry.columnSpacing().value, index.row * geometry.rowSpacing().value);
    result.mmPerPixel = width.value / std::max(1.0, std::min(pane.width(), pane.height()));
    return result;
}

} // namespace foragrade
