#include "grading/agreement/MaskOverlap.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grading {

namespace {

/// Voxel centres in mm along the grid's own axes, sorted by slice.
struct SurfacePoint {
    double x;
    double y;
    double z;
};

PixelSet borderOf(const PixelSet& pixels)
{
    PixelSet inner = pixels;
    for (const auto& [columns, rows] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
        std::vector<PixelSpan> moved;
        for (const auto& span : pixels.spans())
            moved.push_back({span.row + rows, span.begin + columns, span.end + columns});
        inner = inner.intersectedWith(PixelSet(std::move(moved)));
    }
    return pixels.without(inner);
}

std::vector<SurfacePoint> surfaceOf(const LabelMap& map, Structure structure, const VolumeGeometry& geometry)
{
    std::vector<SurfacePoint> points;
    for (const int slice : map.markedSlices(structure)) {
        const PixelSet border = borderOf(map.pixels(slice, structure));
        for (const auto& span : border.spans()) {
            for (int column = span.begin; column < span.end; ++column)
                points.push_back({column * geometry.columnSpacing().value, span.row * geometry.rowSpacing().value,
                                  slice * geometry.sliceSpacing().value});
        }
    }
    return points;
}

/// From `from` to the nearest of `points`, going outwards from its own slice so that far slices are never looked at.
double nearestDistance(const SurfacePoint& from, const std::vector<SurfacePoint>& points)
{
    const auto start =
        std::lower_bound(points.begin(), points.end(), from.z, [](const SurfacePoint& p, double z) { return p.z < z; });
    double best = std::numeric_limits<double>::max();
    const auto look = [&](const SurfacePoint& p) {
        const double dz = p.z - from.z;
        if (dz * dz >= best)
            return false;
        const double dx = p.x - from.x;
        const double dy = p.y - from.y;
        best = std::min(best, dx * dx + dy * dy + dz * dz);
        return true;
    };
    for (auto p = start; p != points.end() && look(*p); ++p) {
    }
    for (auto p = start; p != points.begin() && look(*std::prev(p)); --p) {
    }
    return std::sqrt(best);
}

SurfaceDistance distanceBetween(const std::vector<SurfacePoint>& first, const std::vector<SurfacePoint>& second)
{
    std::vector<double> distances;
    for (const auto& point : first)
        distances.push_back(nearestDistance(point, second));
    for (const auto& point : second)
        distances.push_back(nearestDistance(point, first));
    std::sort(distances.begin(), distances.end());
    double sum = 0;
    for (const double distance : distances)
        sum += distance;
    const auto rank = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(distances.size()))) - 1;
    return {{sum / static_cast<double>(distances.size())}, {distances[rank]}, {distances.back()}};
}

} // namespace

std::optional<MaskOverlap> overlap(const LabelMap& first, const LabelMap& second, Structure structure,
                                   const VolumeGeometry& geometry)
{
    GRADING_EXPECTS(first.columns() == second.columns() && first.rows() == second.rows() &&
                    first.slices() == second.slices());
    const auto total = static_cast<double>(first.count(structure) + second.count(structure));
    if (total < 0.5)
        return std::nullopt;
    std::size_t shared = 0;
    for (const int slice : first.markedSlices(structure))
        shared += first.pixels(slice, structure).intersectedWith(second.pixels(slice, structure)).count();
    MaskOverlap result;
    result.dice = 2 * static_cast<double>(shared) / total;
    const auto a = surfaceOf(first, structure, geometry);
    const auto b = surfaceOf(second, structure, geometry);
    if (!a.empty() && !b.empty())
        result.surface = distanceBetween(a, b);
    return result;
}

} // namespace grading
