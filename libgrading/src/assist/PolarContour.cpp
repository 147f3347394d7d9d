#include "PolarContour.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace grading::detail {

namespace {

constexpr double impossible = std::numeric_limits<double>::max() / 4;
constexpr double halfArc = 0.4;  ///< mm to either side of a ray that its signal is the mean of.
constexpr double fineStep = 0.1; ///< mm along a ray.

/// The cheapest line once round from angle `first`, beginning and ending at `start`; -1: anywhere, and not closed.
PolarLine cheapestLine(const PolarCosts& costs, double stepCost, int mostSteps, int first, int start)
{
    const auto size = static_cast<std::size_t>(costs.radii);
    std::vector<double> sums(size, start < 0 ? 0 : impossible);
    if (start >= 0)
        sums[static_cast<std::size_t>(start)] = 0;
    std::vector<std::vector<int>> cameFrom;
    for (int i = 1; i <= polarAngles; ++i) {
        const int angle = (first + i) % polarAngles;
        std::vector<double> next(size, impossible);
        auto& from = cameFrom.emplace_back(size, 0);
        for (int radius = 0; radius < costs.radii; ++radius) {
            const auto at = static_cast<std::size_t>(radius);
            const int last = std::min(radius + mostSteps, costs.radii - 1);
            for (int before = std::max(radius - mostSteps, 0); before <= last; ++before) {
                const double sum = sums[static_cast<std::size_t>(before)] + stepCost * std::abs(radius - before);
                if (sum < next[at]) {
                    next[at] = sum;
                    from[at] = before;
                }
            }
            next[at] += costs.at(angle, radius);
        }
        sums = std::move(next);
    }
    int radius = start >= 0 ? start : static_cast<int>(std::min_element(sums.begin(), sums.end()) - sums.begin());
    PolarLine line{std::vector<int>(polarAngles), sums[static_cast<std::size_t>(radius)]};
    for (int i = polarAngles; i >= 1; --i) {
        line.radii[static_cast<std::size_t>((first + i) % polarAngles)] = radius;
        radius = cameFrom[static_cast<std::size_t>(i - 1)][static_cast<std::size_t>(radius)];
    }
    return line;
}

} // namespace

PolarSignal::PolarSignal(const Volume& volume, int slice, SlicePoint centre, Millimetres reach)
    : m_centre(centre), m_columnSpacing(volume.geometry().columnSpacing().value),
      m_rowSpacing(volume.geometry().rowSpacing().value),
      m_steps(static_cast<int>(std::ceil(reach.value / fineStep)) + 2)
{
    m_values.reserve(static_cast<std::size_t>(polarAngles * m_steps));
    for (int angle = 0; angle < polarAngles; ++angle) {
        const double turn = 2 * std::numbers::pi * angle / polarAngles;
        const double sideColumn = -std::sin(turn) * halfArc / m_columnSpacing;
        const double sideRow = std::cos(turn) * halfArc / m_rowSpacing;
        for (int i = 0; i < m_steps; ++i) {
            const SlicePoint p = place(angle, i * fineStep);
            m_values.push_back((volume.inSlice(p.column - sideColumn, p.row - sideRow, slice) +
                                2 * volume.inSlice(p.column, p.row, slice) +
                                volume.inSlice(p.column + sideColumn, p.row + sideRow, slice)) /
                               4);
        }
    }
}

double PolarSignal::at(int angle, double distance) const
{
    const double step = std::clamp(distance / fineStep, 0.0, m_steps - 1.001);
    const auto below = static_cast<int>(step);
    const auto i = static_cast<std::size_t>(angle * m_steps + below);
    return m_values[i] + (step - below) * (m_values[i + 1] - m_values[i]);
}

SlicePoint PolarSignal::place(int angle, double distance) const
{
    const double turn = 2 * std::numbers::pi * angle / polarAngles;
    return {m_centre.column + std::cos(turn) * distance / m_columnSpacing,
            m_centre.row + std::sin(turn) * distance / m_rowSpacing};
}

PolarGrid::PolarGrid(const PolarShape& usual, double smallest, double largest, int radii) : m_usual(usual)
{
    for (int i = 0; i < radii; ++i)
        m_shares.push_back(smallest * std::pow(largest / smallest, static_cast<double>(i) / (radii - 1)));
}

PolarLine cheapestClosedLine(const PolarCosts& costs, double stepCost, int mostSteps)
{
    const auto open = cheapestLine(costs, stepCost, mostSteps, 0, -1);
    const int opposite = polarAngles / 2;
    return cheapestLine(costs, stepCost, mostSteps, opposite, open.radii[static_cast<std::size_t>(opposite)]);
}

std::vector<SlicePoint> corners(const PolarSignal& signal, const PolarGrid& grid, const PolarLine& line)
{
    std::vector<SlicePoint> corners;
    for (int angle = 0; angle < polarAngles; ++angle)
        corners.push_back(signal.place(angle, grid.millimetres(angle, line.radii[static_cast<std::size_t>(angle)])));
    return corners;
}

} // namespace grading::detail
