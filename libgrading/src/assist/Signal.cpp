#include "Signal.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <array>

namespace grading::detail {

double percentile(std::vector<double> values, double share)
{
    GRADING_EXPECTS(!values.empty());
    const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + rank, values.end());
    return values[static_cast<std::size_t>(rank)];
}

std::vector<double> valuesOf(const Volume& volume, int slice, const PixelSet& pixels)
{
    std::vector<double> values;
    values.reserve(pixels.count());
    for (const auto& span : pixels.spans()) {
        for (int column = span.begin; column < span.end; ++column)
            values.push_back(volume.at({column, span.row, slice}));
    }
    return values;
}

double otsuThreshold(const std::vector<double>& values)
{
    GRADING_EXPECTS(!values.empty());
    constexpr std::size_t bins = 128;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double width = (*high - *low) / bins;
    if (width <= 0)
        return *low;
    std::array<double, bins> counts{};
    double sum = 0;
    for (const double value : values) {
        const auto bin = std::min(bins - 1, static_cast<std::size_t>((value - *low) / width));
        ++counts[bin];
        sum += static_cast<double>(bin);
    }
    const auto total = static_cast<double>(values.size());
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    std::size_t threshold = 0;
    for (std::size_t bin = 0; bin + 1 < bins; ++bin) {
        below += counts[bin];
        sumBelow += counts[bin] * static_cast<double>(bin);
        if (below <= 0 || below >= total)
            continue;
        const double difference = sumBelow / below - (sum - sumBelow) / (total - below);
        const double between = below * (total - below) * difference * difference;
        if (between > best) {
            best = between;
            threshold = bin;
        }
    }
    return *low + (static_cast<double>(threshold) + 1) * width;
}

SlicePoint centroid(const PixelSet& pixels)
{
    GRADING_EXPECTS(!pixels.isEmpty());
    SlicePoint sum;
    for (const auto& span : pixels.spans()) {
        const double size = span.end - span.begin;
        sum.column += size * (span.begin + span.end - 1) / 2;
        sum.row += size * span.row;
    }
    const auto count = static_cast<double>(pixels.count());
    return {sum.column / count, sum.row / count};
}

} // namespace grading::detail
