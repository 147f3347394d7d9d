#include "SliceAxes.h"

#include <algorithm>
#include <cmath>

namespace grading::detail {

SliceAxes::SliceAxes(const VolumeGeometry& geometry, SlicePoint centre)
    : m_centre(centre), m_columnSpacing(geometry.columnSpacing().value), m_rowSpacing(geometry.rowSpacing().value),
      m_upColumn(dot(geometry.rowDirection(), patient::superior)),
      m_upRow(dot(geometry.columnDirection(), patient::superior))
{
    const double size = std::max(std::hypot(m_upColumn, m_upRow), 1e-9);
    m_upColumn /= size;
    m_upRow /= size;
}

double SliceAxes::upAngle() const
{
    return std::atan2(m_upRow, m_upColumn);
}

} // namespace grading::detail
