#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

#include <string_view>

namespace grading {

/// Modality values from `lowest` to `highest`, both included.
struct SignalRange {
    double lowest = 0;
    double highest = 0;

    [[nodiscard]] bool holds(double value) const { return value >= lowest && value <= highest; }
};

inline constexpr std::string_view thresholdBrushAlgorithm = "foragrade threshold brush 1";

/// What looks like the tissue at a place: up to half-way from its signal (the median within 1 mm) to the darkest and
/// the brightest around it (3rd and 95th percentile within 8 mm); without limit on a side where there is nothing
/// farther out. A place outside gives a range that holds everything.
[[nodiscard]] SignalRange signalLike(const Volume& volume, int slice, SlicePoint place);

/// Those of the pixels whose signal lies in the range; pixels outside the slice aren't.
[[nodiscard]] PixelSet pixelsInRange(const Volume& volume, int slice, const PixelSet& pixels, SignalRange range);

} // namespace grading
