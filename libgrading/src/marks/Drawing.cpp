#include "grading/marks/PixelSet.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

/// Far outside any image, yet safe to turn into an int.
constexpr double farAway = 1e8;

/// A place that isn't a number lies outside too.
double within(double value)
{
    return std::isnan(value) ? -farAway : std::clamp(value, -farAway, farAway);
}

int ceilToInt(double value)
{
    return static_cast<int>(std::ceil(within(value)));
}

int floorToInt(double value)
{
    return static_cast<int>(std::floor(within(value)));
}

/// Columns (mm) where the line y = `y` lies within `radius` of the segment a–b; a capsule is convex, so it is one
/// interval.
struct Interval {
    double low = 0;
    double high = 0;
    bool isEmpty = true;

    void include(double from, double to)
    {
        low = isEmpty ? from : std::min(low, from);
        high = isEmpty ? to : std::max(high, to);
        isEmpty = false;
    }
};

struct PointMm {
    double x = 0;
    double y = 0;
};

void includeDisc(Interval& interval, PointMm centre, double radius, double y)
{
    const double dy = y - centre.y;
    const double half = radius * radius - dy * dy;
    if (half >= 0)
        interval.include(centre.x - std::sqrt(half), centre.x + std::sqrt(half));
}

/// The rectangle around the segment, cut at height y.
void includeRectangle(Interval& interval, PointMm a, PointMm b, double radius, double y)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double size = std::hypot(dx, dy);
    if (size <= 0)
        return;
    const PointMm side{-dy / size * radius, dx / size * radius};
    const PointMm corners[4] = {{a.x + side.x, a.y + side.y},
                                {b.x + side.x, b.y + side.y},
                                {b.x - side.x, b.y - side.y},
                                {a.x - side.x, a.y - side.y}};
    for (int i = 0; i < 4; ++i) {
        const PointMm p = corners[i];
        const PointMm q = corners[(i + 1) % 4];
        if ((p.y <= y) == (q.y <= y))
            continue;
        const double x = p.x + (y - p.y) / (q.y - p.y) * (q.x - p.x);
        interval.include(x, x);
    }
}

/// All pixels whose centre lies within `reach` mm of the path.
std::vector<PixelSpan> spansWithin(const VolumeGeometry& geometry, std::span<const SlicePoint> path, double reach)
{
    const double width = geometry.columnSpacing().value;
    const double height = geometry.rowSpacing().value;
    std::vector<PixelSpan> spans;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const SlicePoint from = path[i];
        const SlicePoint to = i + 1 < path.size() ? path[i + 1] : from;
        const PointMm a{from.column * width, from.row * height};
        const PointMm b{to.column * width, to.row * height};
        const int first = std::max(0, ceilToInt((std::min(a.y, b.y) - reach) / height));
        const int last = std::min(geometry.rows() - 1, floorToInt((std::max(a.y, b.y) + reach) / height));
        for (int row = first; row <= last; ++row) {
            Interval interval;
            includeDisc(interval, a, reach, row * height);
            includeDisc(interval, b, reach, row * height);
            includeRectangle(interval, a, b, reach, row * height);
            if (!interval.isEmpty)
                spans.push_back({row, ceilToInt(interval.low / width), floorToInt(interval.high / width) + 1});
        }
    }
    return spans;
}

/// Where a polygon's edge passes a row, and how it turns: +1 downwards, -1 upwards.
struct Crossing {
    double column;
    int turn;

    auto operator<=>(const Crossing&) const = default;
};

/// `isInside(windings)`: whether what the polygon goes round that many times belongs to it.
template <class Rule>
PixelSet filledPolygon(const VolumeGeometry& geometry, std::span<const SlicePoint> vertices, Rule isInside)
{
    if (vertices.size() < 3)
        return {};
    const auto [top, bottom] = std::minmax_element(
        vertices.begin(), vertices.end(), [](const SlicePoint& a, const SlicePoint& b) { return a.row < b.row; });
    const int first = std::max(0, ceilToInt(top->row));
    const int last = std::min(geometry.rows() - 1, floorToInt(bottom->row));
    std::vector<PixelSpan> spans;
    std::vector<Crossing> crossings;
    for (int row = first; row <= last; ++row) {
        crossings.clear();
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            const SlicePoint p = vertices[i];
            const SlicePoint q = vertices[(i + 1) % vertices.size()];
            if ((p.row <= row) != (q.row <= row))
                crossings.push_back({within(p.column + (row - p.row) / (q.row - p.row) * (q.column - p.column)),
                                     p.row <= row ? 1 : -1});
        }
        std::sort(crossings.begin(), crossings.end());
        int windings = 0;
        for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
            windings += crossings[i].turn;
            if (isInside(windings))
                spans.push_back({row, ceilToInt(crossings[i].column), ceilToInt(crossings[i + 1].column)});
        }
    }
    return PixelSet(std::move(spans)).clippedTo(geometry.columns(), geometry.rows());
}

/// Pixel centres on the rim count; rounding must not decide.
constexpr double rim = 1e-9;

} // namespace

PixelSet brushStroke(const VolumeGeometry& geometry, std::span<const SlicePoint> path, Millimetres radius)
{
    auto spans = spansWithin(geometry, path, std::max(radius.value, 0.0) + rim);
    for (const auto& point : path) {
        const int under = floorToInt(point.column + 0.5);
        spans.push_back({floorToInt(point.row + 0.5), under, under + 1});
    }
    return PixelSet(std::move(spans)).clippedTo(geometry.columns(), geometry.rows());
}

VoxelSet sphereStroke(const VolumeGeometry& geometry, int slice, std::span<const SlicePoint> path, Millimetres radius)
{
    VoxelSet voxels;
    const double reach = std::max(radius.value, 0.0) + rim;
    const int slices = floorToInt(reach / geometry.sliceSpacing().value);
    for (int there = std::max(0, slice - slices); there <= std::min(geometry.slices() - 1, slice + slices); ++there) {
        const double off = (there - slice) * geometry.sliceSpacing().value;
        auto pixels = there == slice ? brushStroke(geometry, path, radius)
                                     : PixelSet(spansWithin(geometry, path, std::sqrt(reach * reach - off * off)))
                                           .clippedTo(geometry.columns(), geometry.rows());
        if (!pixels.isEmpty())
            voxels.emplace(there, std::move(pixels));
    }
    return voxels;
}

PixelSet polygonInterior(const VolumeGeometry& geometry, std::span<const SlicePoint> vertices)
{
    return filledPolygon(geometry, vertices, [](int windings) { return windings % 2 != 0; });
}

PixelSet freehandInterior(const VolumeGeometry& geometry, std::span<const SlicePoint> line)
{
    return filledPolygon(geometry, line, [](int windings) { return windings != 0; });
}

} // namespace grading
