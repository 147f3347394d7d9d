#include "SliceSpacing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace grading {

namespace {

/// Positions are often written with two or three decimals; a real scanner's steps vary less than this.
double tolerance(double step)
{
    return std::max(0.02, 0.02 * step);
}

std::vector<double> gapsOf(const std::vector<double>& positions)
{
    std::vector<double> gaps;
    for (std::size_t i = 1; i < positions.size(); ++i)
        gaps.push_back(positions[i] - positions[i - 1]);
    return gaps;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + (std::ssize(values) - 1) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Unit {
    double step = 0;
    std::size_t count = 0; ///< Gaps of that step.
};

/// Mean of the gaps that equal the smallest one.
Unit smallestStep(const std::vector<double>& gaps)
{
    const double smallest = *std::min_element(gaps.begin(), gaps.end());
    Unit unit;
    for (const double gap : gaps) {
        if (gap - smallest <= tolerance(smallest)) {
            unit.step += gap;
            ++unit.count;
        }
    }
    unit.step /= static_cast<double>(unit.count);
    return unit;
}

/// How many steps each gap is; empty when one isn't a whole number of them.
std::vector<int> wholeSteps(const std::vector<double>& gaps, double step)
{
    std::vector<int> steps;
    for (const double gap : gaps) {
        const double count = std::round(gap / step);
        if (count < 1 || count > 1e6 || std::abs(gap - count * step) > 1.5 * tolerance(step))
            return {};
        steps.push_back(static_cast<int>(count));
    }
    return steps;
}

} // namespace

SliceSpacing sliceSpacing(const std::vector<double>& positions, std::optional<double> stated)
{
    SliceSpacing result;
    const auto gaps = gapsOf(positions);
    if (gaps.empty())
        return result;
    const Unit unit = smallestStep(gaps);
    const auto steps = wholeSteps(gaps, unit.step);
    const bool isStated = stated && std::abs(std::abs(*stated) - unit.step) <= tolerance(unit.step);
    const bool isCommon = 3 * unit.count >= gaps.size();
    const auto missing = std::accumulate(steps.begin(), steps.end(), -std::ssize(steps));
    const bool isSparse = missing > 2 * std::ssize(positions); // a chance sample, not a stack with gaps
    if (steps.empty() || isSparse || !(isStated || isCommon)) {
        result.nominal = median(gaps);
        result.isEven = result.isGrid = false;
        return result;
    }
    int total = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        total += steps[i];
        result.missingAfter.insert(result.missingAfter.end(), static_cast<std::size_t>(steps[i] - 1),
                                   static_cast<int>(i));
    }
    result.nominal = (positions.back() - positions.front()) / total;
    result.isEven = result.missingAfter.empty();
    for (std::size_t i = 0, place = 0; i < positions.size(); ++i) {
        const double expected = positions.front() + static_cast<double>(place) * result.nominal;
        if (std::abs(positions[i] - expected) > 2 * tolerance(result.nominal))
            result.isEven = result.isGrid = false;
        if (i < steps.size())
            place += static_cast<std::size_t>(steps[i]);
    }
    return result;
}

std::vector<std::pair<std::size_t, std::size_t>> blocks(const std::vector<double>& positions)
{
    constexpr double farApart = 4.5; // steps
    const auto gaps = gapsOf(positions);
    const std::vector<std::pair<std::size_t, std::size_t>> whole{{0, positions.size()}};
    if (gaps.size() < 3)
        return whole;
    const double step = median(gaps);
    const auto steps = wholeSteps(gaps, step);
    const auto missing = std::accumulate(steps.begin(), steps.end(), -std::ssize(steps));
    if (!steps.empty() && 2 * missing <= std::ssize(positions))
        return whole; // a few slices went missing
    std::vector<std::pair<std::size_t, std::size_t>> result;
    std::size_t first = 0;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (gaps[i] > farApart * step) {
            result.emplace_back(first, i + 1);
            first = i + 1;
        }
    }
    result.emplace_back(first, positions.size());
    const bool isLone =
        std::any_of(result.begin(), result.end(), [](const auto& block) { return block.second - block.first < 2; });
    return isLone ? whole : result;
}

} // namespace grading
