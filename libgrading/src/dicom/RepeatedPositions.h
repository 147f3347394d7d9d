#pragma once

#include "ImageHeader.h"

#include <vector>

namespace grading {

using FrameGroup = std::vector<FrameHeader>;

/// Positions nearer than this along the normal are one place, mm.
constexpr double samePlace = 0.05;

/// Place along the common normal, mm.
[[nodiscard]] double along(const FrameHeader& frame, PatientVector normal);

/// Splits images on one line so that no place occurs twice in a group: by the first of the repeat keys that tells the
/// images of one place apart without tearing others, else by the order in which they were made. A group without
/// repeats stays whole whatever its keys say.
[[nodiscard]] std::vector<FrameGroup> splitRepeats(FrameGroup frames, PatientVector normal);

} // namespace grading
