#pragma once

#include "grading/marks/PixelSet.h"

#include <vector>

namespace grading {

/// A closed line along pixel edges, its last point joined to its first: the corners only, where it turns. Corners lie
/// at half pixels (pixel (0,0) reaches from -0.5 to 0.5). An outer line runs clockwise as the image is shown, with the
/// marked pixels to its right; a hole runs the other way.
struct Contour {
    std::vector<SlicePoint> points;
    bool isHole = false;

    bool operator==(const Contour&) const = default;
};

/// The lines around a set of pixels, from the top. Pixels that touch at a corner alone have a line each. Filled
/// together by the even-odd rule they give the set back.
[[nodiscard]] std::vector<Contour> outlines(const PixelSet& pixels);

} // namespace grading
