#include "grading/assist/Assist.h"

#include "Signal.h"

#include "grading/marks/PixelShape.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

// Tuned on the phantom; lengths in mm.
constexpr double reachAround = 5.0; ///< Above, in front and behind the root's edge.
constexpr double reachBelow = 14.0; ///< The lower part of the keyhole.
constexpr double learnedWithin = 7.0;
constexpr double besideRoot = 2.2; ///< Fat this near belongs.
constexpr double belowWithin = 9.0;
constexpr double belowSideways = 5.0;
constexpr double leastAreaBelow = 1.5; ///< mm²

constexpr const char* algorithmName = "foragrade fat around root 1";

/// The slice's own directions to the patient's head and front, in mm on the slice.
struct SliceAxes {
    double upColumn;
    double upRow;
    double frontColumn;
    double frontRow;
};

SliceAxes axesOf(const VolumeGeometry& geometry)
{
    const double upColumn = dot(geometry.rowDirection(), patient::superior);
    const double upRow = dot(geometry.columnDirection(), patient::superior);
    const double size = std::max(std::hypot(upColumn, upRow), 1e-9);
    return {upColumn / size, upRow / size, upRow / size, -upColumn / size};
}

/// Places on the slice relative to the root, in mm.
class RootFrame {
public:
    RootFrame(const VolumeGeometry& geometry, const PixelSet& root)
        : m_geometry(geometry), m_axes(axesOf(geometry)), m_centre(detail::centroid(root))
    {
        for (const auto& span : root.spans()) {
            for (const int column : {span.begin, span.end - 1}) {
                m_top = std::max(m_top, height({double(column), double(span.row)}));
                m_bottom = std::min(m_bottom, height({double(column), double(span.row)}));
                m_side = std::max(m_side, std::abs(sideways({double(column), double(span.row)})));
            }
        }
    }

    [[nodiscard]] double height(SlicePoint p) const { return across(p, m_axes.upColumn, m_axes.upRow); }
    [[nodiscard]] double sideways(SlicePoint p) const { return across(p, m_axes.frontColumn, m_axes.frontRow); }
    [[nodiscard]] bool isInReach(SlicePoint p) const
    {
        return height(p) <= m_top + reachAround && height(p) >= m_bottom - reachBelow &&
               std::abs(sideways(p)) <= m_side + reachAround;
    }

private:
    [[nodiscard]] double across(SlicePoint p, double column, double row) const
    {
        return (p.column - m_centre.column) * m_geometry.columnSpacing().value * column +
               (p.row - m_centre.row) * m_geometry.rowSpacing().value * row;
    }

    const VolumeGeometry& m_geometry;
    SliceAxes m_axes;
    SlicePoint m_centre;
    double m_top = 0;
    double m_bottom = 0;
    double m_side = 0;
};

PixelSet reachOf(const VolumeGeometry& geometry, const PixelSet& root, const RootFrame& frame)
{
    std::vector<PixelSpan> spans;
    const PixelSet wide = grown(geometry, root, {reachBelow + reachAround});
    for (const auto& span : wide.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            if (frame.isInReach({double(column), double(span.row)}))
                spans.push_back({span.row, column, column + 1});
        }
    }
    return PixelSet(std::move(spans)).without(root);
}

PixelSet brighterThan(const Volume& volume, int slice, const PixelSet& within, double threshold)
{
    std::vector<PixelSpan> spans;
    for (const auto& span : within.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            if (volume.at({column, span.row, slice}) > threshold)
                spans.push_back({span.row, column, column + 1});
        }
    }
    return PixelSet(std::move(spans));
}

/// Half-way between root and fat, but not below what parts the surroundings into bright and dark.
double fatThreshold(const Volume& volume, int slice, const PixelSet& root, const PixelSet& reach)
{
    const auto near =
        detail::valuesOf(volume, slice, reach.intersectedWith(grown(volume.geometry(), root, {learnedWithin})));
    const double rootSignal = detail::percentile(detail::valuesOf(volume, slice, root), 0.5);
    const double fatSignal = detail::percentile(near, 0.97);
    return std::max((rootSignal + fatSignal) / 2, 0.98 * detail::otsuThreshold(near));
}

} // namespace

Result<AssistedMark> fatAround(const Volume& volume, int slice, const PixelSet& root)
{
    const auto& geometry = volume.geometry();
    if (root.isEmpty() || slice < 0 || slice >= geometry.slices())
        return fail(ErrorCode::InvalidArgument, {}, "no root is marked on this slice", "mark the root first");
    const RootFrame frame(geometry, root);
    const PixelSet reach = reachOf(geometry, root, frame);
    if (reach.isEmpty())
        return fail(ErrorCode::NotFound, {}, "the root fills the image, there is nothing around it");
    const PixelSet bright = brighterThan(volume, slice, reach, fatThreshold(volume, slice, root, reach));
    const PixelSet beside = grown(geometry, root, {besideRoot});
    const PixelSet around = grown(geometry, root, {belowWithin});
    const PixelSet inner = shrunk(geometry, reach.unitedWith(root),
                                  {1.5 * std::max(geometry.columnSpacing().value, geometry.rowSpacing().value)});
    PixelSet fat;
    for (const auto& part : islands(bright)) {
        const SlicePoint middle = detail::centroid(part);
        const bool isShutInBelow = frame.height(middle) < 0 && std::abs(frame.sideways(middle)) < belowSideways &&
                                   !part.intersectedWith(around).isEmpty() && part.without(inner).isEmpty() &&
                                   (geometry.pixelArea() * static_cast<double>(part.count())).value > leastAreaBelow;
        if (isShutInBelow || !part.intersectedWith(beside).isEmpty())
            fat = fat.unitedWith(part);
    }
    if (fat.isEmpty())
        return fail(ErrorCode::NotFound, {}, "no fat is seen around the root",
                    "record that no fat was seen, or use the brush");
    return AssistedMark{std::move(fat), algorithmName};
}

} // namespace grading
