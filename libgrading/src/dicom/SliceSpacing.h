#pragma once

#include <optional>
#include <vector>

namespace grading {

/// How slices follow each other along the normal.
struct SliceSpacing {
    double nominal = 0;            ///< mm between the centres of neighbours; 0 for a single slice.
    bool isEven = true;            ///< On an even grid, nothing missing.
    bool isGrid = true;            ///< On an even grid, perhaps with gaps of whole slices.
    std::vector<int> missingAfter; ///< Index of the slice (from 0) before each gap, once for every missing slice.
};

/// `positions`: mm, ascending, no two the same place. `stated`: Spacing Between Slices, which decides only whether half
/// of a large gap is a missing slice.
[[nodiscard]] SliceSpacing sliceSpacing(const std::vector<double>& positions, std::optional<double> stated);

/// Ranges [first, last) of slices that lie together: a gap of many slices between blocks of at least two splits.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> blocks(const std::vector<double>& positions);

} // namespace grading
