#pragma once

#include "grading/marks/LabelMap.h"

namespace grading {

/// The shape between two shapes: the zero line of their signed distances, mixed by `share` (0 = `from`, 1 = `to`; Raya
/// & Udupa, IEEE TMI 1990;9:32-42). Either may be empty: the result then is.
[[nodiscard]] PixelSet shapeBetween(const VolumeGeometry& geometry, const PixelSet& from, const PixelSet& to,
                                    double share);

/// Fills every slice between the first and last marked slice that has no mark of that structure, from its two marked
/// neighbours; what another structure holds stays.
[[nodiscard]] LabelMap interpolated(const LabelMap& marks, const VolumeGeometry& geometry, Structure structure);

/// The marks of one stack on the grid of another in the same frame of reference: each voxel of `target` takes the label
/// at the place of its centre, where the source has a slice within half its slice spacing. Lossless between equal
/// grids.
[[nodiscard]] LabelMap copiedTo(const VolumeGeometry& target, const LabelMap& marks, const VolumeGeometry& source);

} // namespace grading
