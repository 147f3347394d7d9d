#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Result.h"
#include "grading/imaging/Volume.h"
#include "grading/marks/LabelMap.h"

namespace grading {

struct LabelImage {
    LabelMap marks;
    Issues issues;
};

/// Turns a label image (1 nerve root, 2 perineural fat, 3 what is left of the foramen) into marks on `grid`. Lives here
/// because imaging and marks, one level down, don't know each other.
/// The two are matched in space: axes may be permuted or reversed, but every voxel centre must lie within 5 % of the
/// smaller pixel spacing of one of the grid's, all of them: else Mismatch, nothing is resampled.
/// Issues: other labels (ignored), clusters more than 15 mm apart (one label image is one foramen).
/// Unreadable: values that aren't whole numbers.
[[nodiscard]] Result<LabelImage> labelMapFromVolume(const Volume& labels, const VolumeGeometry& grid);

/// The way back: a volume with the values above on the whole grid.
[[nodiscard]] Volume volumeFromLabelMap(const LabelMap& marks, const VolumeGeometry& grid);

} // namespace grading
