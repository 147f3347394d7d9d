#pragma once

#include "grading/marks/PixelSet.h"

#include <vector>

namespace grading {

/// A set of pixels as polygons without holes, x and y in turn, as COCO has them: pixel (0,0) reaches from 0 to 1. Where
/// the set has holes (fat all around a root) it is cut through them, so the polygons touch but never overlap, and
/// filled together they give exactly the set.
[[nodiscard]] std::vector<std::vector<int>> cocoPolygons(const PixelSet& pixels);

} // namespace grading
