#include "grading/imaging/TissueWindow.h"

#include <algorithm>

namespace grading {
namespace {

constexpr std::size_t sampleSize = 100'000;
constexpr double airsShare = 0.1; ///< of the 99th percentile; below it is air
constexpr double white = 0.95;    ///< share of the tissue that isn't clipped
constexpr double darkest = 0.28;  ///< where the tissue's median may lie between black, 0, and white, 1
constexpr double brightest = 0.75;

/// Sorted; expects values.
struct Sample {
    std::vector<double> all;
    std::vector<double> tissue; ///< Never empty.
};

double percentile(const std::vector<double>& sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

Sample sampleOf(const Volume& volume)
{
    Sample sample;
    std::visit(
        [&](const auto& values) {
            const std::size_t step = std::max<std::size_t>(1, values.size() / sampleSize);
            for (std::size_t i = 0; i < values.size(); i += step)
                sample.all.push_back(static_cast<double>(values[i]));
        },
        volume.pixels());
    std::sort(sample.all.begin(), sample.all.end());
    const double least = percentile(sample.all, 0.01);
    const double air = least + airsShare * (percentile(sample.all, 0.99) - least);
    sample.tissue.assign(std::upper_bound(sample.all.begin(), sample.all.end(), air), sample.all.end());
    if (sample.tissue.empty())
        sample.tissue = sample.all; // one value everywhere
    return sample;
}

DisplayWindow windowOf(const Sample& sample)
{
    const double low = percentile(sample.all, 0.01);
    const double high = std::max(low + 1, percentile(sample.tissue, white));
    return {(low + high) / 2, high - low};
}

bool shows(const DisplayWindow& window, const Sample& sample)
{
    const double middle = window.fraction(percentile(sample.tissue, 0.5));
    return middle >= darkest && middle <= brightest;
}

} // namespace

DisplayWindow tissueWindow(const Volume& volume)
{
    return windowOf(sampleOf(volume));
}

bool showsTissue(const DisplayWindow& window, const Volume& volume)
{
    return shows(window, sampleOf(volume));
}

DisplayWindow openingWindow(const Stack& stack, const Volume& volume)
{
    const Sample sample = sampleOf(volume);
    return stack.window && shows(*stack.window, sample) ? *stack.window : windowOf(sample);
}

} // namespace grading
