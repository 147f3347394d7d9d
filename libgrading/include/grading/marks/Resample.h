#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/PixelSet.h"

#include <map>
#include <optional>

namespace grading {

/// A region by slices of a grid.
using Region3d = std::map<int, PixelSet>;

/// The same region on a grid that has the same voxels (axes perhaps permuted or reversed); none when it hasn't.
[[nodiscard]] std::optional<Region3d> regridded(const Region3d& region, const VolumeGeometry& from,
                                                const VolumeGeometry& to);

/// Nearest neighbour: a voxel of `to` is marked when its centre lies in a marked voxel of `from`. What is thinner than
/// a voxel of `to` may get lost.
[[nodiscard]] Region3d resampled(const Region3d& region, const VolumeGeometry& from, const VolumeGeometry& to);

} // namespace grading
