#include "grading/marks/Resample.h"

#include "grading/geometry/GridMatch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace grading {

namespace {

/// Voxels of `to` between two corners, both included.
struct Box {
    VoxelIndex low;
    VoxelIndex high;
};

/// The region's own box of voxels, or nothing when it is empty.
std::optional<Box> boxOf(const Region3d& region)
{
    constexpr int most = std::numeric_limits<int>::max();
    Box box{{most, most, most}, {-1, -1, -1}};
    for (const auto& [slice, pixels] : region) {
        for (const auto& span : pixels.spans()) {
            box.low = {std::min(box.low.column, span.begin), std::min(box.low.row, span.row),
                       std::min(box.low.slice, slice)};
            box.high = {std::max(box.high.column, span.end - 1), std::max(box.high.row, span.row),
                        std::max(box.high.slice, slice)};
        }
    }
    return box.high.column < 0 ? std::nullopt : std::optional(box);
}

/// All voxels of `to` whose centre can lie in the box, which reaches half a voxel beyond its centres.
Box coveredBy(const Box& box, const VolumeGeometry& from, const VolumeGeometry& to)
{
    std::array<double, 3> low{};
    std::array<double, 3> high{};
    low.fill(std::numeric_limits<double>::max());
    high.fill(std::numeric_limits<double>::lowest());
    for (const double column : {box.low.column - 0.5, box.high.column + 0.5}) {
        for (const double row : {box.low.row - 0.5, box.high.row + 0.5}) {
            for (const double slice : {box.low.slice - 0.5, box.high.slice + 0.5}) {
                const auto at = to.toIndex(from.toPatient(ContinuousIndex{column, row, slice}));
                const std::array<double, 3> index{at.column, at.row, at.slice};
                for (std::size_t i = 0; i < 3; ++i) {
                    low[i] = std::min(low[i], index[i]);
                    high[i] = std::max(high[i], index[i]);
                }
            }
        }
    }
    const auto first = [&](std::size_t i) { return static_cast<int>(std::floor(std::max(low[i], 0.0))); };
    const auto last = [&](std::size_t i, int count) {
        return static_cast<int>(std::ceil(std::min(high[i], count - 1.0)));
    };
    return {{first(0), first(1), first(2)}, {last(0, to.columns()), last(1, to.rows()), last(2, to.slices())}};
}

} // namespace

std::optional<Region3d> regridded(const Region3d& region, const VolumeGeometry& from, const VolumeGeometry& to)
{
    const auto match = GridMatch::between(from, to);
    if (!match)
        return std::nullopt;
    std::map<int, std::vector<PixelSpan>> spans;
    for (const auto& [slice, pixels] : region) {
        for (const auto& span : pixels.spans()) {
            for (int column = span.begin; column < span.end; ++column) {
                const auto there = (*match)(column, span.row, slice);
                spans[there.slice].push_back({there.row, there.column, there.column + 1});
            }
        }
    }
    Region3d result;
    for (auto& [slice, list] : spans)
        result.emplace(slice, PixelSet(std::move(list)));
    return result;
}

Region3d resampled(const Region3d& region, const VolumeGeometry& from, const VolumeGeometry& to)
{
    Region3d result;
    const auto own = boxOf(region);
    if (!own)
        return result;
    const auto box = coveredBy(*own, from, to);
    for (int slice = box.low.slice; slice <= box.high.slice; ++slice) {
        std::vector<PixelSpan> spans;
        for (int row = box.low.row; row <= box.high.row; ++row) {
            for (int column = box.low.column; column <= box.high.column; ++column) {
                const auto source = from.nearestVoxel(to.toPatient(VoxelIndex{column, row, slice}));
                const auto pixels = region.find(source.slice);
                if (pixels != region.end() && pixels->second.contains(source.column, source.row))
                    spans.push_back({row, column, column + 1});
            }
        }
        if (!spans.empty())
            result.emplace(slice, PixelSet(std::move(spans)));
    }
    return result;
}

} // namespace grading
