#include "grading/assist/Assist.h"

#include "PolarContour.h"
#include "Signal.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace grading {

namespace {

// Tuned on the phantom; lengths in mm.
constexpr int angles = 72;
constexpr double radiusStep = 0.15;
constexpr double smallestRadius = 0.6;
constexpr double largestRadius = 6.0;
constexpr double seedRadius = 1.2;   ///< Its median is the root's signal.
constexpr double surroundings = 8.0; ///< Its extremes are fat and cortex.
constexpr double tolerated = 0.40;   ///< Share of the way from root to fat (or cortex) that still is root.
constexpr double usualRadius = 3.0;
constexpr double sizeCost = 0.03; ///< Per mm off the usual radius.
constexpr double stepCost = 0.03;
constexpr double leastBorder = 0.02; ///< Mean contrast along the line, as share of fat − cortex.

constexpr const char* algorithmName = "foragrade root from click 1";

class PolarView {
public:
    PolarView(const Volume& volume, int slice, SlicePoint centre)
        : m_volume(volume), m_slice(slice), m_centre(centre),
          m_radii(static_cast<int>((largestRadius - smallestRadius) / radiusStep))
    {}

    [[nodiscard]] int radii() const { return m_radii; }
    [[nodiscard]] static double radius(int index) { return smallestRadius + index * radiusStep; }

    [[nodiscard]] SlicePoint place(int angle, int radiusIndex) const
    {
        const double turn = 2 * std::numbers::pi * angle / angles;
        const auto& geometry = m_volume.geometry();
        return {m_centre.column + std::cos(turn) * radius(radiusIndex) / geometry.columnSpacing().value,
                m_centre.row + std::sin(turn) * radius(radiusIndex) / geometry.rowSpacing().value};
    }

    [[nodiscard]] double signal(int angle, int radiusIndex) const
    {
        const auto at = place(angle, std::clamp(radiusIndex, 0, m_radii - 1));
        return m_volume.inSlice(at.column, at.row, m_slice);
    }

private:
    const Volume& m_volume;
    int m_slice;
    SlicePoint m_centre;
    int m_radii;
};

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

double border(const PolarView& view, const Levels& levels, int angle, int radius)
{
    return std::abs(view.signal(angle, radius + 1) - view.signal(angle, radius - 1)) / 2 / levels.contrast();
}

/// Low where all within looks like the root and the border is sharp.
detail::PolarCosts costsOf(const PolarView& view, const Levels& levels)
{
    detail::PolarCosts costs{angles, view.radii(), {}};
    for (int angle = 0; angle < angles; ++angle) {
        double inside = 0;
        for (int radius = 0; radius < view.radii(); ++radius) {
            inside += (levels.deviation(view.signal(angle, radius)) - tolerated) * radiusStep;
            costs.values.push_back(inside - border(view, levels, angle, radius) +
                                   sizeCost * std::abs(PolarView::radius(radius) - usualRadius));
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
    const PolarView view(volume, slice, centre);
    const auto line = detail::cheapestClosedLine(costsOf(view, levels), stepCost);
    std::vector<SlicePoint> corners;
    double sharpness = 0;
    for (int angle = 0; angle < angles; ++angle) {
        const int radius = line[static_cast<std::size_t>(angle)];
        corners.push_back(view.place(angle, radius));
        sharpness += border(view, levels, angle, radius) / angles;
    }
    return {polygonInterior(volume.geometry(), corners), sharpness};
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
    if (found.pixels.isEmpty() || found.border < leastBorder)
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
