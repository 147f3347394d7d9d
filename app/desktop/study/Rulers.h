#pragma once

#include "grading/marks/PixelSet.h"

#include <string>
#include <vector>

namespace foragrade {

/// A distance (two points) or an angle at the middle one of three, on one slice. For looking; no part of the reading.
struct Ruler {
    std::string stackId;
    int slice = 0;
    std::vector<grading::SlicePoint> points;
};

using Rulers = std::vector<Ruler>;

} // namespace foragrade
