#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/PixelSet.h"

namespace grading::detail {

/// Places on a slice, in mm from a centre towards the patient's head and front as the slice shows them.
class SliceAxes {
public:
    SliceAxes(const VolumeGeometry& geometry, SlicePoint centre);

    [[nodiscard]] double height(SlicePoint p) const { return across(p, m_upColumn, m_upRow); }
    [[nodiscard]] double sideways(SlicePoint p) const { return across(p, m_upRow, -m_upColumn); }
    /// Of the patient's head on the slice, from the next column towards the next row, radians.
    [[nodiscard]] double upAngle() const;

private:
    [[nodiscard]] double across(SlicePoint p, double column, double row) const
    {
        return (p.column - m_centre.column) * m_columnSpacing * column + (p.row - m_centre.row) * m_rowSpacing * row;
    }

    SlicePoint m_centre;
    double m_columnSpacing;
    double m_rowSpacing;
    double m_upColumn;
    double m_upRow;
};

} // namespace grading::detail
