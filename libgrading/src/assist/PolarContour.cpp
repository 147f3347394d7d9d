#include "PolarContour.h"

#include <algorithm>
#include <limits>

namespace grading::detail {

namespace {

constexpr double impossible = std::numeric_limits<double>::max() / 4;

/// The cheapest line once round from angle `first`, beginning at `start` (-1: anywhere) and, when given, ending there
/// too.
std::vector<int> cheapestLine(const PolarCosts& costs, double stepCost, int first, int start)
{
    const auto size = static_cast<std::size_t>(costs.radii);
    std::vector<double> sums(size, start < 0 ? 0 : impossible);
    if (start >= 0)
        sums[static_cast<std::size_t>(start)] = 0;
    std::vector<std::vector<signed char>> cameFrom;
    for (int i = 1; i <= costs.angles; ++i) {
        const int angle = (first + i) % costs.angles;
        std::vector<double> next(size, impossible);
        auto& from = cameFrom.emplace_back(size, static_cast<signed char>(0));
        for (int radius = 0; radius < costs.radii; ++radius) {
            for (const int step : {0, -1, 1}) {
                const int before = radius + step;
                if (before < 0 || before >= costs.radii)
                    continue;
                const double sum = sums[static_cast<std::size_t>(before)] + (step == 0 ? 0 : stepCost);
                if (sum < next[static_cast<std::size_t>(radius)]) {
                    next[static_cast<std::size_t>(radius)] = sum;
                    from[static_cast<std::size_t>(radius)] = static_cast<signed char>(step);
                }
            }
            next[static_cast<std::size_t>(radius)] += costs.at(angle, radius);
        }
        sums = std::move(next);
    }
    int radius = start >= 0 ? start : static_cast<int>(std::min_element(sums.begin(), sums.end()) - sums.begin());
    std::vector<int> line(static_cast<std::size_t>(costs.angles));
    for (int i = costs.angles; i >= 1; --i) {
        line[static_cast<std::size_t>((first + i) % costs.angles)] = radius;
        radius += cameFrom[static_cast<std::size_t>(i - 1)][static_cast<std::size_t>(radius)];
    }
    return line;
}

} // namespace

std::vector<int> cheapestClosedLine(const PolarCosts& costs, double stepCost)
{
    const auto open = cheapestLine(costs, stepCost, 0, -1);
    const int opposite = costs.angles / 2;
    return cheapestLine(costs, stepCost, opposite, open[static_cast<std::size_t>(opposite)]);
}

} // namespace grading::detail
