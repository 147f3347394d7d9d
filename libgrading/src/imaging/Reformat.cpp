#include "grading/imaging/Reformat.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace grading {
namespace {

constexpr double longest = 1.6;
constexpr int fewest = 24;

/// One direction of a grid.
struct Axis {
    PatientVector direction;
    Millimetres spacing;
    int count = 0;
    std::ptrdiff_t stride = 0; ///< voxels in memory; negative when turned round
};

std::array<Axis, 3> axesOf(const VolumeGeometry& g)
{
    const std::ptrdiff_t row = g.columns();
    return {Axis{g.rowDirection(), g.columnSpacing(), g.columns(), 1},
            Axis{g.columnDirection(), g.rowSpacing(), g.rows(), row},
            Axis{g.normal(), g.sliceSpacing(), g.slices(), row * g.rows()}};
}

/// The result's axes in the source: along its columns, its rows, its slices.
struct Turn {
    std::array<Axis, 3> axes;
    PatientPoint origin;
    std::ptrdiff_t first = 0; ///< Place in memory of the result's first voxel.
};

/// Takes from `left` the axis nearest to `wanted`, turned to point along it.
Axis take(std::vector<Axis>& left, PatientVector wanted)
{
    const auto nearest = std::max_element(left.begin(), left.end(), [&](const Axis& a, const Axis& b) {
        return std::abs(dot(a.direction, wanted)) < std::abs(dot(b.direction, wanted));
    });
    Axis axis = *nearest;
    left.erase(nearest);
    if (dot(axis.direction, wanted) < 0) {
        axis.direction = -axis.direction;
        axis.stride = -axis.stride;
    }
    return axis;
}

Turn turnTo(const VolumeGeometry& geometry, ImagePlane plane)
{
    static constexpr PatientVector left{1, 0, 0};
    static constexpr PatientVector back{0, 1, 0};
    static constexpr PatientVector down{0, 0, -1};
    const auto source = axesOf(geometry);
    std::vector<Axis> axes(source.begin(), source.end());
    // The slices' axis first: it decides what plane they lie in.
    const PatientVector across = plane == ImagePlane::Sagittal ? left : plane == ImagePlane::Axial ? down : back;
    Axis slices = take(axes, across);
    const Axis columns = take(axes, plane == ImagePlane::Sagittal ? back : left);
    const Axis rows = take(axes, plane == ImagePlane::Axial ? back : down);
    if (dot(cross(columns.direction, rows.direction), slices.direction) < 0) {
        slices.direction = -slices.direction;
        slices.stride = -slices.stride;
    }
    Turn turn{{columns, rows, slices}, geometry.origin(), 0};
    for (const Axis& axis : turn.axes) {
        if (axis.stride >= 0)
            continue;
        turn.first -= axis.stride * (axis.count - 1);
        turn.origin = turn.origin - (axis.count - 1) * axis.spacing.value * axis.direction;
    }
    return turn;
}

VolumeGeometry geometryOf(const Turn& turn)
{
    const auto& [columns, rows, slices] = turn.axes;
    return *VolumeGeometry::make(turn.origin, columns.direction, rows.direction, columns.spacing, rows.spacing,
                                 slices.spacing, columns.count, rows.count, slices.count);
}

} // namespace

bool isNearlyIsotropic(const VolumeGeometry& geometry)
{
    const auto axes = axesOf(geometry);
    const auto [least, most] = std::minmax_element(
        axes.begin(), axes.end(), [](const Axis& a, const Axis& b) { return a.spacing.value < b.spacing.value; });
    return most->spacing.value <= longest * least->spacing.value &&
           std::all_of(axes.begin(), axes.end(), [](const Axis& axis) { return axis.count >= fewest; });
}

VolumeGeometry reformatted(const VolumeGeometry& geometry, ImagePlane plane)
{
    return geometryOf(turnTo(geometry, plane));
}

Volume reformatted(const Volume& volume, ImagePlane plane)
{
    GRADING_EXPECTS(!volume.isEmpty());
    const Turn turn = turnTo(volume.geometry(), plane);
    auto pixels = std::visit(
        [&](const auto& source) {
            std::decay_t<decltype(source)> result;
            result.reserve(source.size());
            const auto& [columns, rows, slices] = turn.axes;
            for (int slice = 0; slice < slices.count; ++slice)
                for (int row = 0; row < rows.count; ++row) {
                    std::ptrdiff_t at = turn.first + slice * slices.stride + row * rows.stride;
                    for (int column = 0; column < columns.count; ++column, at += columns.stride)
                        result.push_back(source[static_cast<std::size_t>(at)]);
                }
            return Volume::Pixels(std::move(result));
        },
        volume.pixels());
    return {geometryOf(turn), std::move(pixels)};
}

} // namespace grading
