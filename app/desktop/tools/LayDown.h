#pragma once

#include "grading/marks/PixelSet.h"
#include "grading/reading/ForamenReading.h"

#include <string>

namespace foragrade {

class ReadingDesk;
class SliceView;

/// No marks yet, on the stack and grid that the view shows.
[[nodiscard]] grading::StackMarks emptyMarksOn(const SliceView& view);

/// Every assistant that had a hand in the marks, each once.
[[nodiscard]] std::string joinedAlgorithms(std::string algorithms, const std::string& more);

/// As `layDown`, on several slices and with the name of what helped to draw; slices that the series lacks are left out.
void layDownVoxels(ReadingDesk& desk, const SliceView& view, const char* gesture, grading::VoxelSet voxels,
                   const std::string& algorithm, bool isErasing);

} // namespace foragrade
