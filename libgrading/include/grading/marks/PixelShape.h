#pragma once

#include "grading/marks/PixelSet.h"

#include <functional>
#include <vector>

namespace grading {

/// Parts that don't touch, not even at a corner (8-neighbourhood), from the largest to the smallest; equal ones from
/// the top.
[[nodiscard]] std::vector<PixelSet> islands(const PixelSet& pixels);

[[nodiscard]] PixelSet largestIsland(const PixelSet& pixels);

/// Without islands of less than that area.
[[nodiscard]] PixelSet withoutSmallIslands(const VolumeGeometry& geometry, const PixelSet& pixels,
                                           SquareMillimetres area);

/// With every unmarked part filled that is shut in (4-neighbourhood).
[[nodiscard]] PixelSet withHolesFilled(const PixelSet& pixels);

/// Every pixel whose centre lies within `margin` of a marked pixel's centre, on unequal spacings too; clipped to the
/// slice.
[[nodiscard]] PixelSet grown(const VolumeGeometry& geometry, const PixelSet& pixels, Millimetres margin);

/// Only pixels whose centre lies farther than `margin` from every unmarked pixel's centre; beyond the slice nothing is
/// marked.
[[nodiscard]] PixelSet shrunk(const VolumeGeometry& geometry, const PixelSet& pixels, Millimetres margin);

/// Those of the pixels for which `belongs(column, row)` is true: a stroke of a brush that marks only what looks alike.
[[nodiscard]] PixelSet chosen(const PixelSet& pixels, const std::function<bool(int column, int row)>& belongs);

/// All pixels joined to the start (4-neighbourhood) for which `belongs(column, row)` is true; empty when it isn't true
/// there.
[[nodiscard]] PixelSet floodFill(const VolumeGeometry& geometry, int column, int row,
                                 const std::function<bool(int column, int row)>& belongs);

} // namespace grading
