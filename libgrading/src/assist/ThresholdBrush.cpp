#include "grading/assist/ThresholdBrush.h"

#include "Signal.h"

#include "grading/marks/PixelShape.h"

#include <limits>
#include <span>

namespace grading {

namespace {

constexpr Millimetres seedRadius{1};
constexpr Millimetres surroundings{8};
constexpr double nothingFarther = 0.1; ///< Of the range of signals around.

} // namespace

SignalRange signalLike(const Volume& volume, int slice, SlicePoint place)
{
    constexpr double endless = std::numeric_limits<double>::infinity();
    SignalRange range{-endless, endless};
    const auto values = [&](Millimetres radius) {
        return detail::valuesOf(volume, slice, brushStroke(volume.geometry(), std::span(&place, 1), radius));
    };
    const auto seed = values(seedRadius);
    if (seed.empty())
        return range;
    const auto around = values(surroundings);
    const double here = detail::percentile(seed, 0.5);
    const double dark = detail::percentile(around, 0.03);
    const double bright = detail::percentile(around, 0.95);
    if (here - dark > nothingFarther * (bright - dark))
        range.lowest = (here + dark) / 2;
    if (bright - here > nothingFarther * (bright - dark))
        range.highest = (here + bright) / 2;
    return range;
}

PixelSet pixelsInRange(const Volume& volume, int slice, const PixelSet& pixels, SignalRange range)
{
    const auto& geometry = volume.geometry();
    return chosen(pixels.clippedTo(geometry.columns(), geometry.rows()), [&](int column, int row) {
        return range.holds(volume.at({column, row, slice}));
    });
}

} // namespace grading
