#include "grading/geometry/GridMatch.h"

#include <algorithm>
#include <cstdlib>

namespace grading {

namespace {

std::array<int, 3> countsOf(const VolumeGeometry& geometry)
{
    return {geometry.columns(), geometry.rows(), geometry.slices()};
}

} // namespace

VoxelIndex GridMatch::operator()(int column, int row, int slice) const
{
    Triple to = m_start;
    for (std::size_t i = 0; i < 3; ++i)
        to[i] += column * m_step[0][i] + row * m_step[1][i] + slice * m_step[2][i];
    return {to[0], to[1], to[2]};
}

/// The axis of `to` that `from`'s axis runs along, voxel by voxel; false when it runs along none.
bool GridMatch::mapAxis(std::size_t axis, const VolumeGeometry& from, const VolumeGeometry& to)
{
    const int count = countsOf(from)[axis];
    if (count == 1)
        return true;
    Triple last{};
    last[axis] = count - 1;
    const VoxelIndex end = to.nearestVoxel(from.toPatient(VoxelIndex{last[0], last[1], last[2]}));
    const Triple ends{end.column, end.row, end.slice};
    int used = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const int way = ends[i] - m_start[i];
        if (way == 0)
            continue;
        ++used;
        if (std::abs(way) != count - 1 || countsOf(to)[i] != count)
            return false;
        m_step[axis][i] = way > 0 ? 1 : -1;
    }
    return used == 1;
}

std::optional<GridMatch> GridMatch::between(const VolumeGeometry& from, const VolumeGeometry& to)
{
    if (from.voxelCount() != to.voxelCount())
        return std::nullopt;
    GridMatch map;
    const VoxelIndex start = to.nearestVoxel(from.toPatient(VoxelIndex{}));
    map.m_start = {start.column, start.row, start.slice};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (!map.mapAxis(axis, from, to))
            return std::nullopt;
    }
    const double limit = 0.05 * std::min(to.columnSpacing().value, to.rowSpacing().value);
    for (const int column : {0, from.columns() - 1}) {
        for (const int row : {0, from.rows() - 1}) {
            for (const int slice : {0, from.slices() - 1}) {
                const VoxelIndex there = map(column, row, slice);
                if (!to.contains(there) ||
                    !(length(from.toPatient(VoxelIndex{column, row, slice}) - to.toPatient(there)) <= limit))
                    return std::nullopt;
            }
        }
    }
    return map;
}

} // namespace grading
