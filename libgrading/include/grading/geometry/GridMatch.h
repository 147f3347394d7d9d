#pragma once

#include "grading/geometry/VolumeGeometry.h"

#include <array>
#include <optional>

namespace grading {

/// Where each voxel of one grid lies on another that has the same voxels, its axes perhaps permuted or reversed, as
/// converters do.
class GridMatch {
public:
    /// None unless every voxel centre of `from` is one of `to` within 5 % of the smaller pixel spacing, and the other
    /// way.
    [[nodiscard]] static std::optional<GridMatch> between(const VolumeGeometry& from, const VolumeGeometry& to);

    [[nodiscard]] VoxelIndex operator()(int column, int row, int slice) const; ///< Index in `from` → in `to`.

private:
    using Triple = std::array<int, 3>; // column, row, slice

    bool mapAxis(std::size_t axis, const VolumeGeometry& from, const VolumeGeometry& to);

    Triple m_start{}; ///< The index is start + Σ index × step.
    std::array<Triple, 3> m_step{};
};

} // namespace grading
