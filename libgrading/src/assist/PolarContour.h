#pragma once

#include <vector>

namespace grading::detail {

/// What each radius costs at each angle.
struct PolarCosts {
    int angles = 0;
    int radii = 0;
    std::vector<double> values; ///< angle by angle

    [[nodiscard]] double at(int angle, int radius) const
    {
        return values[static_cast<std::size_t>(angle) * static_cast<std::size_t>(radii) +
                      static_cast<std::size_t>(radius)];
    }
};

/// The cheapest closed line, one radius (index) an angle, whose radius changes by at most one from angle to angle; each
/// change costs `stepCost`. By dynamic programming, closed through the best line's radius half-way round.
[[nodiscard]] std::vector<int> cheapestClosedLine(const PolarCosts& costs, double stepCost);

} // namespace grading::detail
