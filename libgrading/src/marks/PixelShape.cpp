#include "grading/marks/PixelShape.h"

#include "DistanceField.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace grading {

namespace {

using detail::Field;

/// Rounding must not decide whether a pixel exactly at the margin belongs.
constexpr double tolerance = 1e-9;

int pixelsWithin(const VolumeGeometry& geometry, Millimetres margin)
{
    const double pixel = std::min(geometry.columnSpacing().value, geometry.rowSpacing().value);
    const int most = std::max(geometry.columns(), geometry.rows());
    return static_cast<int>(std::min<double>(std::ceil(std::max(margin.value, 0.0) / pixel), most)) + 1;
}

/// Joins spans that touch; `reach` = 1 lets corners count, 0 doesn't.
class SpanGroups {
public:
    SpanGroups(std::span<const PixelSpan> spans, int reach) : m_parent(spans.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
        std::size_t above = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            // Spans that end before this one begins can't touch any later one of its row either.
            while (spans[above].row < spans[i].row - 1 ||
                   (spans[above].row == spans[i].row - 1 && spans[above].end + reach <= spans[i].begin))
                ++above;
            for (std::size_t j = above; spans[j].row < spans[i].row && spans[j].begin < spans[i].end + reach; ++j)
                m_parent[root(j)] = root(i);
        }
    }

    [[nodiscard]] std::size_t root(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }

private:
    std::vector<std::size_t> m_parent;
};

std::vector<PixelSet> parts(const PixelSet& pixels, int reach)
{
    const auto spans = pixels.spans();
    SpanGroups groups(spans, reach);
    std::vector<std::vector<PixelSpan>> byRoot(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i)
        byRoot[groups.root(i)].push_back(spans[i]);
    std::vector<PixelSet> result;
    for (auto& part : byRoot) {
        if (!part.empty())
            result.emplace_back(std::move(part));
    }
    return result;
}

} // namespace

std::vector<PixelSet> islands(const PixelSet& pixels)
{
    auto result = parts(pixels, 1);
    std::stable_sort(result.begin(), result.end(), [](const PixelSet& a, const PixelSet& b) {
        return a.count() != b.count() ? a.count() > b.count() : a.spans().front() < b.spans().front();
    });
    return result;
}

PixelSet largestIsland(const PixelSet& pixels)
{
    return pixels.isEmpty() ? PixelSet() : islands(pixels).front();
}

PixelSet withoutSmallIslands(const VolumeGeometry& geometry, const PixelSet& pixels, SquareMillimetres area)
{
    PixelSet kept;
    for (const auto& island : islands(pixels)) {
        if ((geometry.pixelArea() * static_cast<double>(island.count())).value >= area.value - tolerance)
            kept = kept.unitedWith(island);
    }
    return kept;
}

PixelSet withHolesFilled(const PixelSet& pixels)
{
    if (pixels.isEmpty())
        return {};
    Field field = Field::around(pixels, 1);
    field.set(pixels, true);
    const auto all = field.where([](std::size_t) { return true; });
    PixelSet filled = pixels;
    const auto corner = all.spans().front();
    for (const auto& part : parts(all.without(pixels), 0)) {
        if (!part.contains(corner.begin, corner.row))
            filled = filled.unitedWith(part);
    }
    return filled;
}

PixelSet grown(const VolumeGeometry& geometry, const PixelSet& pixels, Millimetres margin)
{
    if (pixels.isEmpty() || margin.value <= 0)
        return pixels;
    Field field = Field::around(pixels, pixelsWithin(geometry, margin));
    field.set(pixels, true);
    const auto distances = field.distanceTo(true, geometry);
    return field.where([&](std::size_t i) { return distances[i] <= margin.value + tolerance; })
        .clippedTo(geometry.columns(), geometry.rows());
}

PixelSet shrunk(const VolumeGeometry& geometry, const PixelSet& pixels, Millimetres margin)
{
    if (pixels.isEmpty() || margin.value <= 0)
        return pixels;
    Field field = Field::around(pixels, 1);
    field.set(pixels, true);
    const auto distances = field.distanceTo(false, geometry);
    return field.where([&](std::size_t i) { return distances[i] > margin.value + tolerance; });
}

PixelSet chosen(const PixelSet& pixels, const std::function<bool(int column, int row)>& belongs)
{
    std::vector<PixelSpan> spans;
    for (const auto& span : pixels.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            if (belongs(column, span.row))
                spans.push_back({span.row, column, column + 1});
        }
    }
    return PixelSet(std::move(spans));
}

PixelSet floodFill(const VolumeGeometry& geometry, int column, int row,
                   const std::function<bool(int column, int row)>& belongs)
{
    const int columns = geometry.columns();
    const int rows = geometry.rows();
    if (column < 0 || column >= columns || row < 0 || row >= rows || !belongs(column, row))
        return {};
    std::vector<PixelSpan> spans;
    std::vector<char> seen(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    const auto visited = [&](int c, int r) -> char& {
        return seen[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)];
    };
    std::vector<std::pair<int, int>> open{{column, row}};
    while (!open.empty()) {
        const auto [startColumn, r] = open.back();
        open.pop_back();
        if (visited(startColumn, r) != 0)
            continue;
        int begin = startColumn;
        while (begin > 0 && visited(begin - 1, r) == 0 && belongs(begin - 1, r))
            --begin;
        int end = startColumn;
        while (end < columns && visited(end, r) == 0 && belongs(end, r))
            visited(end++, r) = 1;
        for (int c = begin; c < startColumn; ++c)
            visited(c, r) = 1;
        spans.push_back({r, begin, end});
        for (const int next : {r - 1, r + 1}) {
            if (next < 0 || next >= rows)
                continue;
            for (int c = begin; c < end; ++c) {
                if (visited(c, next) == 0 && belongs(c, next))
                    open.emplace_back(c, next);
            }
        }
    }
    return PixelSet(std::move(spans));
}

} // namespace grading
