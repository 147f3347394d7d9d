#pragma once

#include "grading/geometry/Patient.h"
#include "grading/reading/LevelPlaces.h"

#include <QLineF>

#include <optional>
#include <vector>

namespace foragrade {

class SliceView;
struct LevelLabel;

/// Both show images of one frame of reference.
[[nodiscard]] bool areLinked(const SliceView& a, const SliceView& b);
[[nodiscard]] bool areParallel(const SliceView& a, const SliceView& b);
[[nodiscard]] grading::PatientPoint middleOfSlice(const SliceView& view);

/// Where the other slice's plane cuts this one, in pane coordinates; expects linked panes that aren't parallel.
[[nodiscard]] QLineF referenceLine(const SliceView& view, const SliceView& other);

/// The levels in a pane whose rows run along the spine; on slices across it there are none.
[[nodiscard]] std::vector<LevelLabel>
levelLabels(const SliceView& view, const std::vector<grading::PlacedLevel>& levels, const grading::Level& current);
/// What a slice across the spine passes through: "L4-L5" by the disc, else the vertebra "L4"; empty for others.
[[nodiscard]] QString levelOfSlice(const SliceView& view, const std::vector<grading::PlacedLevel>& levels);

} // namespace foragrade
