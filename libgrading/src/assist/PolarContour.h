#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

#include <array>
#include <vector>

namespace grading::detail {

inline constexpr int polarAngles = 72;

/// A closed shape around a centre: its radius at each angle, mm. Angle 0 points to the next column, a quarter turn on
/// to the next row.
using PolarShape = std::array<double, polarAngles>;

/// A slice's signal around a centre by angle and distance, read once and looked up often.
class PolarSignal {
public:
    PolarSignal(const Volume& volume, int slice, SlicePoint centre, Millimetres reach);

    /// The mean of a short piece of arc at that distance from the centre, mm; beyond the reach that at its end.
    [[nodiscard]] double at(int angle, double distance) const;
    [[nodiscard]] SlicePoint place(int angle, double distance) const;

private:
    SlicePoint m_centre;
    double m_columnSpacing;
    double m_rowSpacing;
    int m_steps;
    std::vector<double> m_values; ///< angle by angle
};

/// Radii as shares of a usual shape's, from `smallest` to `largest`, even in their logarithm: a step means the same for
/// small and large shapes, and a flat one needs few steps an angle.
class PolarGrid {
public:
    PolarGrid(const PolarShape& usual, double smallest, double largest, int radii);

    [[nodiscard]] int radii() const { return static_cast<int>(m_shares.size()); }
    [[nodiscard]] double share(int radius) const { return m_shares[static_cast<std::size_t>(radius)]; }
    [[nodiscard]] double millimetres(int angle, int radius) const
    {
        return share(radius) * m_usual[static_cast<std::size_t>(angle)];
    }

private:
    PolarShape m_usual;
    std::vector<double> m_shares;
};

/// What each radius costs at each angle.
struct PolarCosts {
    int radii = 0;
    std::vector<double> values; ///< angle by angle

    [[nodiscard]] double at(int angle, int radius) const
    {
        return values[static_cast<std::size_t>(angle) * static_cast<std::size_t>(radii) +
                      static_cast<std::size_t>(radius)];
    }
};

struct PolarLine {
    std::vector<int> radii; ///< index by angle
    double cost = 0;
};

/// The cheapest closed line, whose radius changes by at most `mostSteps` from angle to angle; each step costs
/// `stepCost`. By dynamic programming, closed through the best open line's radius half-way round.
[[nodiscard]] PolarLine cheapestClosedLine(const PolarCosts& costs, double stepCost, int mostSteps);

[[nodiscard]] std::vector<SlicePoint> corners(const PolarSignal& signal, const PolarGrid& grid, const PolarLine& line);

} // namespace grading::detail
