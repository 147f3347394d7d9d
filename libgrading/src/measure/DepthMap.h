#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/PixelSet.h"

#include <vector>

namespace grading::measuring {

/// Exact Euclidean distance transform of a set of pixels: from each pixel's centre to that of the nearest pixel that
/// isn't in the set, mm. What lies beyond the image isn't in it.
class DepthMap {
public:
    DepthMap(const PixelSet& pixels, const VolumeGeometry& geometry); ///< Expects pixels.

    [[nodiscard]] double at(int column, int row) const; ///< Expects a pixel of the set.

private:
    int m_left; ///< Column and row of the first value; one pixel of margin around the set.
    int m_top;
    int m_columns;
    int m_rows;
    std::vector<double> m_squares; ///< mm²
};

} // namespace grading::measuring
