#include "grading/assist/Assist.h"

#include "PolarContour.h"
#include "Signal.h"
#include "SliceAxes.h"

#include "grading/marks/PixelShape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

namespace grading {

namespace {

// The usual keyhole, mm from the root's middle: about 20 mm high and 11 mm wide above, 7 mm below.
constexpr double usualAbove = 6.5;
constexpr double usualHalfWidth = 5.5;
constexpr double usualSlot = 3.5; ///< Half the width of its lower part.
constexpr double usualBelow[] = {9.5, 11.5, 14, 17};
constexpr double leans[] = {-30, -20, -10, 0, 10, 20, 30}; ///< Degrees off the patient's axis.

// Tuned on the phantom; lengths in mm.
constexpr double smallestShare = 0.6; ///< Of the usual radius.
constexpr double largestShare = 1.6;
constexpr int radii = 36;
constexpr double farthest = 28.0;     ///< The lower end of the largest.
constexpr double surroundings = 12.0; ///< Its extremes are fat and cortex.
constexpr double insideLine = 0.9;    ///< Where fat is looked for within the line.
constexpr double outsideLine = 0.2;   ///< Where the dark wall is.
constexpr double besideRoot = 0.4;    ///< At least this much foramen around the root.
constexpr double darkCost = 0.5;
constexpr double dropGain = 0.8;
constexpr double shapeCost = 1.2;
constexpr double stepCost = 0.06; ///< A step is 3 % of the radius.
constexpr int mostSteps = 3;
constexpr double brightestWall = 0.5; ///< Mean along the line, 0 cortex, 1 fat.
constexpr double leastContrast = 0.1; ///< Of fat and cortex, as share of fat.

constexpr const char* algorithmName = "foragrade foramen from click 1";

bool isInKeyhole(double sideways, double height, double below)
{
    const bool isInRound = std::hypot(sideways / usualHalfWidth, height / usualAbove) < 1;
    const double end = -below + usualSlot;
    return isInRound || std::hypot(sideways, height - std::clamp(height, end, 0.0)) < usualSlot;
}

/// `up`: the angle of the keyhole's upper end, radians.
detail::PolarShape usualKeyhole(double up, double below)
{
    detail::PolarShape shape;
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        const double turn = 2 * std::numbers::pi * angle / detail::polarAngles - up;
        double distance = usualSlot;
        while (isInKeyhole(std::sin(turn) * distance, std::cos(turn) * distance, below))
            distance += 0.05;
        shape[static_cast<std::size_t>(angle)] = distance;
    }
    return shape;
}

/// 0 cortex, 1 fat.
class Brightness {
public:
    Brightness(const Volume& volume, int slice, const PixelSet& root, SlicePoint centre)
    {
        const auto disc = brushStroke(volume.geometry(), std::span(&centre, 1), {surroundings});
        const auto around = detail::valuesOf(volume, slice, disc);
        m_dark = detail::percentile(around, 0.03);
        const double bright = detail::percentile(around, 0.95);
        m_isFlat = bright - m_dark < leastContrast * std::abs(bright);
        m_range = std::max(bright - m_dark, 1e-6);
        m_root = of(detail::percentile(detail::valuesOf(volume, slice, root), 0.5));
    }
    [[nodiscard]] double of(double signal) const { return std::clamp((signal - m_dark) / m_range, 0.0, 1.0); }
    [[nodiscard]] double ofRoot() const { return m_root; }
    [[nodiscard]] bool isFlat() const { return m_isFlat; }

private:
    double m_dark;
    double m_range;
    double m_root = 0;
    bool m_isFlat = false;
};

/// How much darker it gets at the line, of what is brighter than the root: the root's own edge is no wall.
double drop(const detail::PolarSignal& signal, const Brightness& brightness, int angle, double distance)
{
    const double within = brightness.of(signal.at(angle, distance - insideLine));
    const double beyond = brightness.of(signal.at(angle, distance + outsideLine));
    return std::max(0.0, within - std::max(beyond, brightness.ofRoot()));
}

/// Low on the dark wall, most of all where the fat within ends at it. The line keeps off the root.
detail::PolarCosts costsOf(const detail::PolarSignal& signal, const detail::PolarGrid& grid,
                           const Brightness& brightness, const detail::PolarShape& rootEdge)
{
    constexpr double forbidden = 1e3;
    detail::PolarCosts costs{grid.radii(), {}};
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        const double edge = rootEdge[static_cast<std::size_t>(angle)];
        for (int radius = 0; radius < grid.radii(); ++radius) {
            const double distance = grid.millimetres(angle, radius);
            const double off = std::log(grid.share(radius));
            const double dark = brightness.of(signal.at(angle, distance + outsideLine));
            costs.values.push_back(darkCost * dark - dropGain * drop(signal, brightness, angle, distance) +
                                   shapeCost * off * off + (distance < edge + besideRoot ? forbidden : 0));
        }
    }
    return costs;
}

/// How far the root reaches from its middle at each angle, mm.
detail::PolarShape edgeOf(const VolumeGeometry& geometry, const PixelSet& root, SlicePoint middle)
{
    constexpr double step = 0.1;
    detail::PolarShape edge;
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        const double turn = 2 * std::numbers::pi * angle / detail::polarAngles;
        double last = 0;
        for (double distance = 0; distance < surroundings; distance += step) {
            const double column = middle.column + std::cos(turn) * distance / geometry.columnSpacing().value;
            const double row = middle.row + std::sin(turn) * distance / geometry.rowSpacing().value;
            if (root.contains(static_cast<int>(std::lround(column)), static_cast<int>(std::lround(row))))
                last = distance;
        }
        edge[static_cast<std::size_t>(angle)] = last;
    }
    return edge;
}

/// Along the line, where the wall is looked for.
double meanBrightness(const detail::PolarSignal& signal, const detail::PolarGrid& grid, const Brightness& brightness,
                      const detail::PolarLine& line)
{
    double sum = 0;
    for (int angle = 0; angle < detail::polarAngles; ++angle) {
        const double distance = grid.millimetres(angle, line.radii[static_cast<std::size_t>(angle)]);
        sum += brightness.of(signal.at(angle, distance + outsideLine));
    }
    return sum / detail::polarAngles;
}

struct Found {
    double cost = std::numeric_limits<double>::max();
    PixelSet foramen;
    double brightness = 1; ///< Of its wall.
};

} // namespace

Result<AssistedMark> foramenAround(const Volume& volume, int slice, const PixelSet& root)
{
    const auto& geometry = volume.geometry();
    if (root.isEmpty() || slice < 0 || slice >= geometry.slices())
        return fail(ErrorCode::InvalidArgument, {}, "no root is marked on this slice", "mark the root first");
    const SlicePoint middle = detail::centroid(root);
    const Brightness brightness(volume, slice, root, middle);
    const auto edge = edgeOf(geometry, root, middle);
    const double up = detail::SliceAxes(geometry, middle).upAngle();
    if (brightness.isFlat())
        return fail(ErrorCode::NotFound, {}, "all around the root looks the same", "use the polygon or the livewire");
    const detail::PolarSignal signal(volume, slice, middle, {farthest});
    Found best;
    for (const double lean : leans) {
        for (const double below : usualBelow) {
            const auto usual = usualKeyhole(up + lean * std::numbers::pi / 180, below);
            const detail::PolarGrid grid(usual, smallestShare, largestShare, radii);
            const auto line = detail::cheapestClosedLine(costsOf(signal, grid, brightness, edge), stepCost, mostSteps);
            if (line.cost < best.cost)
                best = {line.cost, polygonInterior(geometry, detail::corners(signal, grid, line)),
                        meanBrightness(signal, grid, brightness, line)};
        }
    }
    if (best.brightness > brightestWall)
        return fail(ErrorCode::NotFound, {}, "no wall of a foramen is seen around the root",
                    "use the polygon or the livewire");
    return AssistedMark{best.foramen.unitedWith(root), algorithmName};
}

Result<AssistedMark> foramenAt(const Volume& volume, int slice, SlicePoint click)
{
    const auto root = rootAt(volume, slice, click);
    return root ? foramenAround(volume, slice, root->pixels) : root;
}

} // namespace grading
