#include "ModalityValues.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grading {

namespace {

struct Range {
    double low = 0;
    double high = 0;
    bool isWhole = true;
};

Range rangeOf(const std::vector<StoredFrame>& frames)
{
    Range range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (const auto& frame : frames) {
        const auto [least, most] = std::minmax_element(frame.values.begin(), frame.values.end());
        const double a = *least * frame.slope + frame.intercept;
        const double b = *most * frame.slope + frame.intercept;
        range.low = std::min({range.low, a, b});
        range.high = std::max({range.high, a, b});
        range.isWhole =
            range.isWhole && std::trunc(frame.slope) == frame.slope && std::trunc(frame.intercept) == frame.intercept;
    }
    return range;
}

template <class Value>
bool holds(const Range& range)
{
    return range.isWhole && range.low >= double{std::numeric_limits<Value>::lowest()} &&
           range.high <= double{std::numeric_limits<Value>::max()};
}

template <class Value>
Volume::Pixels rescaled(const std::vector<StoredFrame>& frames)
{
    std::vector<Value> values;
    values.reserve(frames.size() * frames.front().values.size());
    for (const auto& frame : frames) {
        for (const std::int32_t stored : frame.values)
            values.push_back(static_cast<Value>(stored * frame.slope + frame.intercept));
    }
    return values;
}

} // namespace

Volume::Pixels modalityValues(const std::vector<StoredFrame>& frames)
{
    const Range range = rangeOf(frames);
    if (holds<std::int16_t>(range))
        return rescaled<std::int16_t>(frames);
    if (holds<std::uint16_t>(range))
        return rescaled<std::uint16_t>(frames);
    if (holds<std::int32_t>(range))
        return rescaled<std::int32_t>(frames);
    return rescaled<float>(frames);
}

} // namespace grading
