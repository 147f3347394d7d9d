#include "grading/assist/Assist.h"

#include "PolarContour.h"
#include "Signal.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

// Tuned on the phantom; lengths in mm.
constexpr double usualRadius = 3.0;
constexpr double smallestShare = 0.2; ///< Of the usual radius.
constexpr double largestShare = 2.2;
constexpr int radii = 60;
constexpr double seedRadius = 1.2;   ///< Its median is the root's signal.
constexpr double surroundings = 8.0; ///< Its extremes are fat and cortex.
constexpr double tolerated = 0.40;   ///< Share of the way from root to fat (or cortex) that still is root.
constexpr double sizeCost = 0.03;    ///< Per mm off the usual radius.
constexpr double stepCost = 0.01;    ///< A step is 4 % of the radius.
constexpr int mostSteps = 4;         ///< An angle: lets a root be four times as long as it is wide.
constexpr double borderWidth = 0.2;  ///< To either side of the line.
constexpr double leastArea = 4.0;    ///< mm²; a root flattened to less isn't told from a vessel.
constexpr double leastBorder = 0.02; ///< Mean contrast along the line, as share of fat − cortex.

constexpr const char* algorithmName = "foragrade root from click 2";

struct Levels {
    double root;
    double fat;
    double dark;

    [[nodiscard]] double contrast() const { return std::max(fat - dark, 1e-6); }
    /// 0 like the root, 1 like fat or cortex.
    [[nodiscard]] double deviation(double value) const
    {
        const double range = value > root ? fat - root : root - dark;
        return std::min(1.0, std::abs(value - root) / std::max(range, 1e-6));
    }
};

PixelSet discAt(const VolumeGeometry& geometry, SlicePoint centre, double radius)
{
    return brushStroke(geometry, std::span(&centre, 1), {radius});
}

Levels levelsAround(const Volume& volume, int slice, SlicePoint centre)
{
    const auto seed = detail::valuesOf(volume, slice, discAt(volume.geometry(), centre, seedRadius));
    const auto around = detail::valuesOf(volume, slice, discAt(volume.geometry(), centre, surroundings));
    return {detail::percentile(seed, 0.5), detail::percentile(around, 0.95), detail::percentile(around, 0.03)};
}

double border(const detail::PolarSignal& signal, const Levels& levels, int angle, double distance)
{
    return std::abs(signal.at(angle, distance + borderWidth) - signal.at(angle, distance - borderWidth)) / 2 /
           levels.contrast();
}

/// Low where all within looks like the root and the border is sharp. Behind what is unlike the root nothing counts as
/// root any more, whatever it looks like: a disc has a root's signal on T1, and only a thin dark line parts the two.
detail::PolarCosts costsOf(const detail::PolarSignal& signal, const detail::PolarGrid& grid, const Levels& levels)
{
    detail::PolarCosts costs{grid.radii(), {}};
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        double inside = 0;
        double unlike = 0;
        double before = grid.millimetres(angle, 0);
        for (int radius = 0; radius < grid.radii(); ++radius) {
            const double distance = grid.millimetres(angle, radius);
            unlike = std::max(unlike, levels.deviation(signal.at(angle, distance)));
            inside += (unlike - tolerated) * (distance - before);
            before = distance;
            costs.values.push_back(inside - border(signal, levels, angle, distance) +
                                   sizeCost * std::abs(distance - usualRadius));
        }
    }
    return costs;
}

struct Found {
    PixelSet pixels;
    double border = 0; ///< Mean contrast along the line.
};

Found findAround(const Volume& volume, int slice, SlicePoint centre)
{
    const Levels levels = levelsAround(volume, slice, centre);
    detail::PolarShape usual;
    usual.fill(usualRadius);
    const detail::PolarGrid grid(usual, smallestShare, largestShare, radii);
    const detail::PolarSignal signal(volume, slice, centre, {usualRadius * largestShare + borderWidth});
    const auto line = detail::cheapestClosedLine(costsOf(signal, grid, levels), stepCost, mostSteps);
    double sharpness = 0;
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        const double distance = grid.millimetres(angle, line.radii[static_cast<std::size_t>(angle)]);
        sharpness += border(signal, levels, angle, distance) / detail::polarAngles;
    }
    return {polygonInterior(volume.geometry(), detail::corners(signal, grid, line)), sharpness};
}

} // namespace

Result<AssistedMark> rootAt(const Volume& volume, int slice, SlicePoint click)
{
    const auto& geometry = volume.geometry();
    const VoxelIndex under{static_cast<int>(std::lround(std::clamp(click.column, -1e6, 1e6))),
                           static_cast<int>(std::lround(std::clamp(click.row, -1e6, 1e6))), slice};
    if (!geometry.contains(under))
        return fail(ErrorCode::InvalidArgument, {}, "the click isn't in the image");
    Found found = findAround(volume, slice, click);
    if (!found.pixels.isEmpty()) // once more from its middle: a click is rarely there
        found = findAround(volume, slice, detail::centroid(found.pixels));
    const double area = geometry.pixelArea().value * static_cast<double>(found.pixels.count());
    if (area < leastArea || found.border < leastBorder)
        return fail(ErrorCode::NotFound, {}, "no border of a root is seen around the click",
                    "click into the root, or use the brush");
    return AssistedMark{std::move(found.pixels), algorithmName};
}

Result<AssistedMark> rootOnSlice(const Volume& volume, int slice, const PixelSet& rootOnOther)
{
    if (rootOnOther.isEmpty())
        return fail(ErrorCode::InvalidArgument, {}, "no root is marked on the neighbouring slice",
                    "mark it there first");
    return rootAt(volume, slice, detail::centroid(rootOnOther));
}

} // namespace grading
