#pragma once

#include "ImageHeader.h"

#include <vector>

namespace grading {

/// Splits the images of one series into stacks: same frame of reference, grid and orientation, on one line along the
/// normal, one image a position. Stacks come in order of position; ids and issues are filled in. What concerns the
/// series as a whole (a localizer mixed in) is put into `issues` as well.
[[nodiscard]] std::vector<Stack> splitIntoStacks(std::vector<FrameHeader> frames, Issues& issues);

} // namespace grading
