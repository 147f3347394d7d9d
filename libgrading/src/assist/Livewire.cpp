#include "grading/assist/Livewire.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace grading {

namespace {

constexpr double halfEdge = 0.5;      ///< mm; an edge's slope is read over twice that, at least over two pixels.
constexpr double strongShare = 0.995; ///< Edges stronger than that share of all are as good as can be.
constexpr double leastCost = 0.03;    ///< Of a millimetre along the best edge; on even ground it costs 1.
constexpr int neighbours[8][2] = {{-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}};

struct Slope {
    double across;
    double down;
    [[nodiscard]] double size() const { return std::hypot(across, down); }
};

Slope slopeAt(const Volume& volume, int slice, SlicePoint p)
{
    const auto& geometry = volume.geometry();
    const double dc = std::max(1.0, halfEdge / geometry.columnSpacing().value);
    const double dr = std::max(1.0, halfEdge / geometry.rowSpacing().value);
    const auto at = [&](double c, double r) { return volume.inSlice(p.column + c * dc, p.row + r * dr, slice); };
    // Sobel's weights: even across the edge, smooth along it.
    const double across = (at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)) / 8;
    const double down = (at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)) / 8;
    return {across / (dc * geometry.columnSpacing().value), down / (dr * geometry.rowSpacing().value)};
}

SlicePoint inside(const VolumeGeometry& geometry, SlicePoint p)
{
    return {std::isnan(p.column) ? 0 : std::clamp(p.column, 0.0, geometry.columns() - 1.0),
            std::isnan(p.row) ? 0 : std::clamp(p.row, 0.0, geometry.rows() - 1.0)};
}

int nearest(double place)
{
    return static_cast<int>(std::lround(place));
}

/// Every inner point half-way towards the middle of its neighbours, which takes off the pixels' corners.
std::vector<SlicePoint> smoothed(const std::vector<SlicePoint>& path)
{
    std::vector<SlicePoint> result = path;
    for (std::size_t i = 1; i + 1 < path.size(); ++i)
        result[i] = {(path[i - 1].column + 2 * path[i].column + path[i + 1].column) / 4,
                     (path[i - 1].row + 2 * path[i].row + path[i + 1].row) / 4};
    return result;
}

} // namespace

Livewire::Livewire(const Volume& volume, int slice, SlicePoint anchor)
    : m_columnSpacing(volume.geometry().columnSpacing().value), m_rowSpacing(volume.geometry().rowSpacing().value)
{
    const auto& geometry = volume.geometry();
    GRADING_EXPECTS(slice >= 0 && slice < geometry.slices());
    m_anchor = inside(geometry, anchor);
    const int halfWidth = static_cast<int>(reach.value / m_columnSpacing);
    const int halfHeight = static_cast<int>(reach.value / m_rowSpacing);
    m_firstColumn = std::max(0, nearest(m_anchor.column) - halfWidth);
    m_firstRow = std::max(0, nearest(m_anchor.row) - halfHeight);
    m_columns = std::min(geometry.columns(), nearest(m_anchor.column) + halfWidth + 1) - m_firstColumn;
    m_rows = std::min(geometry.rows(), nearest(m_anchor.row) + halfHeight + 1) - m_firstRow;
    readEdges(volume, slice);
    findWays();
}

void Livewire::readEdges(const Volume& volume, int slice)
{
    const auto size = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    m_across.reserve(size);
    m_down.reserve(size);
    m_edge.reserve(size);
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const Slope slope = slopeAt(volume, slice, {double(m_firstColumn + column), double(m_firstRow + row)});
            m_across.push_back(static_cast<float>(slope.across));
            m_down.push_back(static_cast<float>(slope.down));
            m_edge.push_back(static_cast<float>(slope.size()));
        }
    }
}

/// Dijkstra from the anchor over the eight neighbours.
void Livewire::findWays()
{
    auto sorted = m_edge;
    const auto strong =
        sorted.begin() + static_cast<std::ptrdiff_t>(strongShare * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), strong, sorted.end());
    const double best = std::max(static_cast<double>(*strong), 1e-9);
    const auto perMillimetre = [&](std::size_t i) {
        const double even = 1 - std::min(1.0, static_cast<double>(m_edge[i]) / best);
        return leastCost + (1 - leastCost) * even * even;
    };
    std::vector<double> costs(m_edge.size(), std::numeric_limits<double>::max());
    m_cameFrom.assign(m_edge.size(), -1);
    using Step = std::pair<double, std::size_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    const auto start = index(nearest(m_anchor.column) - m_firstColumn, nearest(m_anchor.row) - m_firstRow);
    costs[start] = 0;
    open.emplace(0, start);
    while (!open.empty()) {
        const auto [cost, at] = open.top();
        open.pop();
        if (cost > costs[at])
            continue;
        const int column = static_cast<int>(at % static_cast<std::size_t>(m_columns));
        const int row = static_cast<int>(at / static_cast<std::size_t>(m_columns));
        for (const auto& [dc, dr] : neighbours) {
            if (column + dc < 0 || column + dc >= m_columns || row + dr < 0 || row + dr >= m_rows)
                continue;
            const auto next = index(column + dc, row + dr);
            const double length = std::hypot(dc * m_columnSpacing, dr * m_rowSpacing);
            const double sum = cost + length * (perMillimetre(at) + perMillimetre(next)) / 2;
            if (sum < costs[next]) {
                costs[next] = sum;
                m_cameFrom[next] = static_cast<int>(at);
                open.emplace(sum, next);
            }
        }
    }
}

/// The edge's crest nearest to a pixel's centre: a parabola through the slopes before, at and behind it.
SlicePoint Livewire::onEdge(int column, int row) const
{
    const SlicePoint centre{double(m_firstColumn + column), double(m_firstRow + row)};
    if (column < 2 || row < 2 || column > m_columns - 3 || row > m_rows - 3)
        return centre;
    const auto i = index(column, row);
    const bool isAcross = std::abs(m_across[i]) * m_columnSpacing >= std::abs(m_down[i]) * m_rowSpacing;
    const auto edge = [&](int off) {
        return static_cast<double>(m_edge[isAcross ? index(column + off, row) : index(column, row + off)]);
    };
    int top = 0;
    for (const int off : {-1, 1}) {
        if (edge(off) > edge(top))
            top = off;
    }
    double off = top;
    const double bend = edge(top - 1) - 2 * edge(top) + edge(top + 1);
    if (bend < 0)
        off += std::clamp((edge(top - 1) - edge(top + 1)) / (2 * bend), -0.5, 0.5);
    return isAcross ? SlicePoint{centre.column + off, centre.row} : SlicePoint{centre.column, centre.row + off};
}

std::vector<SlicePoint> Livewire::pathTo(SlicePoint to) const
{
    const auto within = [](double place, int first, int size) {
        return std::isnan(place) ? 0 : nearest(std::clamp(place - first, 0.0, size - 1.0));
    };
    int at = static_cast<int>(index(within(to.column, m_firstColumn, m_columns), within(to.row, m_firstRow, m_rows)));
    std::vector<SlicePoint> path{to};
    for (at = m_cameFrom[static_cast<std::size_t>(at)]; at >= 0; at = m_cameFrom[static_cast<std::size_t>(at)]) {
        if (m_cameFrom[static_cast<std::size_t>(at)] >= 0)
            path.push_back(onEdge(at % m_columns, at / m_columns));
    }
    path.push_back(m_anchor);
    std::reverse(path.begin(), path.end());
    return smoothed(path);
}

SlicePoint nearestEdge(const Volume& volume, int slice, SlicePoint at, Millimetres within)
{
    const auto& geometry = volume.geometry();
    GRADING_EXPECTS(slice >= 0 && slice < geometry.slices());
    const SlicePoint centre = inside(geometry, at);
    SlicePoint best = centre;
    double strongest = slopeAt(volume, slice, centre).size();
    constexpr double step = 0.25; // mm
    for (double y = -within.value; y <= within.value; y += step) {
        for (double x = -within.value; x <= within.value; x += step) {
            if (std::hypot(x, y) > within.value)
                continue;
            const SlicePoint p = inside(geometry, {centre.column + x / geometry.columnSpacing().value,
                                                   centre.row + y / geometry.rowSpacing().value});
            const double edge = slopeAt(volume, slice, p).size();
            if (edge > strongest * 1.001) {
                strongest = edge;
                best = p;
            }
        }
    }
    return best;
}

} // namespace grading
