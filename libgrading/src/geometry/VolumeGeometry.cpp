#include "grading/geometry/VolumeGeometry.h"

#include <algorithm>
#include <cmath>

namespace grading {

Result<VolumeGeometry> VolumeGeometry::make(PatientPoint origin, PatientVector rowDirection,
                                            PatientVector columnDirection, Millimetres columnSpacing,
                                            Millimetres rowSpacing, Millimetres sliceSpacing, int columns, int rows,
                                            int slices)
{
    const auto positive = [](double value) { return std::isfinite(value) && value > 0; };
    if (columns < 1 || rows < 1 || slices < 1)
        return fail(ErrorCode::InvalidArgument, {}, "a grid needs at least one column, row and slice");
    if (!positive(columnSpacing.value) || !positive(rowSpacing.value) || !positive(sliceSpacing.value))
        return fail(ErrorCode::InvalidArgument, {}, "voxel spacings must be positive");
    if (!std::isfinite(origin.x) || !std::isfinite(origin.y) || !std::isfinite(origin.z))
        return fail(ErrorCode::InvalidArgument, {}, "the grid's position isn't a number");
    const double rowLength = length(rowDirection);
    const double columnLength = length(columnDirection);
    if (!positive(rowLength) || !positive(columnLength) ||
        std::abs(dot(rowDirection, columnDirection)) > 1e-3 * rowLength * columnLength)
        return fail(ErrorCode::InvalidArgument, {}, "row and column directions must be orthogonal");
    VolumeGeometry geometry;
    geometry.m_origin = origin;
    // Directions that are unit and orthogonal to rounding stay bit for bit: a geometry survives being written and read.
    const auto isUnit = [](double size) { return std::abs(size - 1) < 1e-14; };
    geometry.m_rowDirection = isUnit(rowLength) ? rowDirection : normalized(rowDirection);
    const PatientVector column = isUnit(columnLength) ? columnDirection : normalized(columnDirection);
    const double overlap = dot(column, geometry.m_rowDirection);
    geometry.m_columnDirection =
        std::abs(overlap) < 1e-14 ? column : normalized(column - geometry.m_rowDirection * overlap);
    geometry.m_columnSpacing = columnSpacing;
    geometry.m_rowSpacing = rowSpacing;
    geometry.m_sliceSpacing = sliceSpacing;
    geometry.m_columns = columns;
    geometry.m_rows = rows;
    geometry.m_slices = slices;
    return geometry;
}

std::size_t VolumeGeometry::voxelCount() const
{
    return static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) * static_cast<std::size_t>(m_slices);
}

bool VolumeGeometry::contains(VoxelIndex index) const
{
    return index.column >= 0 && index.column < m_columns && index.row >= 0 && index.row < m_rows && index.slice >= 0 &&
           index.slice < m_slices;
}

PatientPoint VolumeGeometry::toPatient(ContinuousIndex index) const
{
    return m_origin + m_rowDirection * (index.column * m_columnSpacing.value) +
           m_columnDirection * (index.row * m_rowSpacing.value) + normal() * (index.slice * m_sliceSpacing.value);
}

PatientPoint VolumeGeometry::toPatient(VoxelIndex index) const
{
    return toPatient(ContinuousIndex{double(index.column), double(index.row), double(index.slice)});
}

ContinuousIndex VolumeGeometry::toIndex(PatientPoint point) const
{
    const PatientVector offset = point - m_origin;
    return {dot(offset, m_rowDirection) / m_columnSpacing.value, dot(offset, m_columnDirection) / m_rowSpacing.value,
            dot(offset, normal()) / m_sliceSpacing.value};
}

VoxelIndex VolumeGeometry::nearestVoxel(PatientPoint point) const
{
    const ContinuousIndex at = toIndex(point);
    const auto nearest = [](double value) { return static_cast<int>(std::lround(std::clamp(value, -1e9, 1e9))); };
    return {nearest(at.column), nearest(at.row), nearest(at.slice)};
}

Plane VolumeGeometry::slicePlane(int slice) const
{
    return {toPatient(ContinuousIndex{0, 0, double(slice)}), normal()};
}

bool VolumeGeometry::matches(const VolumeGeometry& other, double tolerance) const
{
    if (m_columns != other.m_columns || m_rows != other.m_rows || m_slices != other.m_slices)
        return false;
    const double limit = tolerance * std::min(m_columnSpacing.value, m_rowSpacing.value);
    for (const int slice : {0, m_slices - 1}) {
        for (const int row : {0, m_rows - 1}) {
            for (const int column : {0, m_columns - 1}) {
                const VoxelIndex corner{column, row, slice};
                if (length(toPatient(corner) - other.toPatient(corner)) > limit)
                    return false;
            }
        }
    }
    return true;
}

} // namespace grading
