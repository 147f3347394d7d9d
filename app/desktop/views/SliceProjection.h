#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/PixelSet.h"

#include <QPointF>
#include <QSizeF>

namespace foragrade {

/// Where a slice lies in its pane. The slice plane is measured in mm from the centre of its first pixel, x along
/// increasing columns (to the right in the pane), y along increasing rows (downwards); pane places are
/// device-independent pixels from the top left. A plain value.
struct SliceProjection {
    grading::VolumeGeometry geometry;
    QSizeF pane{1, 1};
    double mmPerPixel = 1; ///< device-independent pixels
    QPointF centre;        ///< mm in the slice plane shown in the pane's middle

    /// The whole slice with a narrow margin.
    [[nodiscard]] static SliceProjection fitted(const grading::VolumeGeometry& geometry, QSizeF pane);

    [[nodiscard]] QPointF toPane(grading::SlicePoint point) const;
    [[nodiscard]] QPointF
    toPane(const grading::PatientPoint& point) const; ///< Dropped onto the plane along its normal.
    [[nodiscard]] grading::SlicePoint toSlice(QPointF place) const;
    [[nodiscard]] grading::PatientPoint toPatient(QPointF place, int slice) const;
    [[nodiscard]] double pixels(grading::Millimetres size) const { return size.value / mmPerPixel; }

    /// Zoomed by `factor` (above 1: larger) with the slice's place under `fixed` staying there.
    [[nodiscard]] SliceProjection zoomed(double factor, QPointF fixed) const;
    [[nodiscard]] SliceProjection panned(QPointF byPixels) const;
    /// `point` in the middle, the pane's shorter edge `width` wide.
    [[nodiscard]] SliceProjection centredOn(const grading::PatientPoint& point, grading::Millimetres width) const;
};

} // namespace foragrade
