#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/LabelMap.h"

#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>
#include <vector>

/// Marks of known truth: shapes given by formulas, each pixel labelled by its centre alone.
namespace grading::truth {

/// Which way a scanner lays a sagittal image: columns run to the back (usual) or to the front.
enum class Facing { Back, Front };

struct Grid {
    double columnSpacing = 0.5; ///< mm
    double rowSpacing = 0.5;
    int columns = 72;
    int rows = 72;
    int slices = 1;
    Facing facing = Facing::Back;
    double obliqueDegrees = 0; ///< Turned about the patient's S–I axis.
};

inline VolumeGeometry geometryOf(const Grid& grid)
{
    const double turn = grid.obliqueDegrees * std::numbers::pi / 180;
    const double sign = grid.facing == Facing::Back ? 1 : -1;
    const PatientVector row = PatientVector{std::sin(turn), std::cos(turn), 0} * sign;
    return *VolumeGeometry::make({18, -20, 31}, row, patient::inferior, {grid.columnSpacing}, {grid.rowSpacing}, {4.4},
                                 grid.columns, grid.rows, grid.slices);
}

/// A place in the slice in mm from the root's centre: up along the vertical, forwards to the front.
struct Place {
    double up = 0;
    double forwards = 0;
};

/// A shape as the distance in mm from a place to it, 0 inside.
using Shape = std::function<double(Place)>;

/// Half axes in mm.
inline Shape ellipse(double vertical, double transverse)
{
    std::vector<Place> edge;
    for (int i = 0; i < 720; ++i) {
        const double angle = i * std::numbers::pi / 360;
        edge.push_back({vertical * std::cos(angle), transverse * std::sin(angle)});
    }
    return [=](Place place) {
        if (std::hypot(place.up / vertical, place.forwards / transverse) <= 1)
            return 0.0;
        const double beyond = std::hypot(place.up, place.forwards) - std::max(vertical, transverse);
        if (beyond > 5) // farther than any fat that is drawn
            return beyond;
        double nearest = 1e9;
        for (const auto& point : edge)
            nearest = std::min(nearest, std::hypot(point.up - place.up, point.forwards - place.forwards));
        return nearest;
    };
}

inline Shape disc(Place centre, double radius)
{
    return [=](Place p) { return std::max(std::hypot(p.up - centre.up, p.forwards - centre.forwards) - radius, 0.0); };
}

inline Shape rectangle(double halfUp, double halfForwards)
{
    return [=](Place p) {
        return std::hypot(std::max(std::abs(p.up) - halfUp, 0.0), std::max(std::abs(p.forwards) - halfForwards, 0.0));
    };
}

inline Shape united(Shape a, Shape b)
{
    return [=](Place p) { return std::min(a(p), b(p)); };
}

/// Long, flat and with a waist: flattening 0.25, solidity 0.7, the middle inside. Long axis transverse, 10 mm × size.
inline Shape dumbbell(double size = 1)
{
    return united(rectangle(0.7 * size, 3.3 * size),
                  united(disc({0, 3.3 * size}, 1.7 * size), disc({0, -3.3 * size}, 1.7 * size)));
}

/// One foramen's marks to be drawn: sides are superior, inferior, anterior, posterior.
struct Scene {
    Shape root = ellipse(3, 2.5);
    double tiltDegrees = 0; ///< Vertical against the patient's S–I axis, positive: upper end forwards.
    double shiftUp = 0;     ///< mm off the image's middle
    double shiftForwards = 0;
    double fatGap = 0;       ///< mm between root and fat
    double fatThickness = 2; ///< mm
    double outlineUp = 0;    ///< Half axes of the foramen's outline, mm; 0 for none.
    double outlineForwards = 0;
    std::function<Place(Place)> moveRoot; ///< Where a place of the root's picture comes from: an unsteady hand.
    std::function<Place(Place)> moveFat;
};

using Sides = std::array<bool, 4>;

/// All 16, by bits.
inline Sides patternOf(int bits)
{
    return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
}

class Drawing {
public:
    Drawing(const Grid& grid, const Scene& scene) : m_geometry(geometryOf(grid)), m_scene(scene)
    {
        m_centre = m_geometry.toPatient(ContinuousIndex{(grid.columns - 1) / 2.0, (grid.rows - 1) / 2.0, 0});
        const PatientVector forwards = forwardsInSlice();
        const double tilt = scene.tiltDegrees * std::numbers::pi / 180;
        m_centre = m_centre + patient::superior * scene.shiftUp + forwards * scene.shiftForwards;
        m_up = patient::superior * std::cos(tilt) + forwards * std::sin(tilt);
        m_front = forwards * std::cos(tilt) - patient::superior * std::sin(tilt);
        measureDistances();
    }

    [[nodiscard]] const VolumeGeometry& geometry() const { return m_geometry; }

    /// Two points on the vertical through the root's centre.
    [[nodiscard]] std::pair<PatientPoint, PatientPoint> pedicleLine() const
    {
        return {m_centre + m_up * 9, m_centre - m_up * 7};
    }

    /// Those of the pixels whose centre lies at least that many degrees off the upward direction, seen from the root's
    /// centre.
    [[nodiscard]] PixelSet offUp(const PixelSet& pixels, double leastDegreesOffUp) const
    {
        std::vector<PixelSpan> kept;
        for (const auto& pixel : m_pixels) {
            const double off = std::atan2(std::abs(pixel.place.forwards), pixel.place.up) * 180 / std::numbers::pi;
            if (off >= leastDegreesOffUp)
                kept.push_back(pixel.span);
        }
        return pixels.intersectedWith(PixelSet(std::move(kept)));
    }

    /// Root in the middle, fat on the sides that have kept it, outline around.
    [[nodiscard]] LabelMap marks(const Sides& lost, int slice = 0) const
    {
        LabelMap map(m_geometry.columns(), m_geometry.rows(), m_geometry.slices());
        std::array<std::vector<PixelSpan>, 3> spans;
        for (const auto& pixel : m_pixels) {
            if (pixel.toRoot <= 0)
                spans[0].push_back(pixel.span);
            else if (isFat(pixel, lost))
                spans[1].push_back(pixel.span);
            else if (isInOutline(pixel.place))
                spans[2].push_back(pixel.span);
        }
        for (std::size_t i = 0; i < spans.size(); ++i)
            map = map.filled(slice, PixelSet(spans[i]), allStructures[i]);
        return map;
    }

private:
    struct Pixel {
        PixelSpan span;
        Place place;
        double toRoot = 0;     ///< mm to the root's edge, 0 inside
        double toFatsRoot = 0; ///< The same in the fat's picture, which differs where hands are unsteady.
    };

    [[nodiscard]] PatientVector forwardsInSlice() const
    {
        const PatientVector row = m_geometry.rowDirection();
        return dot(row, patient::anterior) > 0 ? row : -row;
    }

    void measureDistances()
    {
        for (int row = 0; row < m_geometry.rows(); ++row) {
            for (int column = 0; column < m_geometry.columns(); ++column) {
                const PatientVector offset = m_geometry.toPatient(VoxelIndex{column, row, 0}) - m_centre;
                Pixel pixel{{row, column, column + 1}, {dot(offset, m_up), dot(offset, m_front)}, 0};
                const Place place = pixel.place;
                if (m_scene.moveFat)
                    pixel.place = m_scene.moveFat(place);
                pixel.toFatsRoot = m_scene.root(pixel.place);
                pixel.toRoot = m_scene.moveRoot ? m_scene.root(m_scene.moveRoot(place)) : pixel.toFatsRoot;
                m_pixels.push_back(pixel);
            }
        }
    }

    [[nodiscard]] bool isFat(const Pixel& pixel, const Sides& lost) const
    {
        if (pixel.toFatsRoot < m_scene.fatGap || pixel.toFatsRoot > m_scene.fatGap + m_scene.fatThickness)
            return false;
        const auto [up, forwards] = pixel.place;
        if (std::abs(up) >= std::abs(forwards))
            return !lost[up > 0 ? 0 : 1];
        return !lost[forwards > 0 ? 2 : 3];
    }

    [[nodiscard]] bool isInOutline(Place place) const
    {
        return m_scene.outlineUp > 0 &&
               std::hypot(place.up / m_scene.outlineUp, place.forwards / m_scene.outlineForwards) <= 1;
    }

    VolumeGeometry m_geometry;
    Scene m_scene;
    PatientPoint m_centre;
    PatientVector m_up;
    PatientVector m_front;
    std::vector<Pixel> m_pixels;
};

} // namespace grading::truth
