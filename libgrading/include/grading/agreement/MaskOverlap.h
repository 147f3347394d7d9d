#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/LabelMap.h"

#include <optional>

namespace grading {

/// How far two surfaces lie apart; both ways taken together, between the centres of border voxels. A border voxel has
/// an unmarked one beside it in its slice: slices are several mm thick, so that faces towards the next slice would make
/// most of a root surface and hide how far the outlines lie apart.
struct SurfaceDistance {
    Millimetres mean;
    Millimetres percentile95;
    Millimetres hausdorff; ///< the largest
};

/// How well two readers' marks of one structure on one stack agree.
struct MaskOverlap {
    double dice = 0; ///< 2·|A∩B| / (|A|+|B|), 0–1
    /// None when one of the two marked nothing. What lies beyond the grid is unmarked.
    std::optional<SurfaceDistance> surface;
};

/// None when neither marked the structure: there is nothing to agree on. Expects maps on that grid.
[[nodiscard]] std::optional<MaskOverlap> overlap(const LabelMap& first, const LabelMap& second, Structure structure,
                                                 const VolumeGeometry& geometry);

} // namespace grading
