#pragma once

#include "grading/imaging/SeriesRole.h"
#include "grading/imaging/Volume.h"

namespace grading {

/// Whether slices cut across the volume show as much as its own: voxels at most 1.6 times longer in one direction than
/// in another, and at least 24 of them in each.
[[nodiscard]] bool isNearlyIsotropic(const VolumeGeometry& geometry);

/// The same voxels in slices of another plane: the axes change places, no value is interpolated. The slices lie in the
/// volume's own axes, so they are as oblique as it is. As in images made in that plane, columns run to the patient's
/// left (sagittal: backwards) and rows downwards (axial: backwards), as far as the axes allow.
[[nodiscard]] VolumeGeometry reformatted(const VolumeGeometry& geometry, ImagePlane plane);
[[nodiscard]] Volume reformatted(const Volume& volume, ImagePlane plane); ///< Expects a non-empty volume.

} // namespace grading
