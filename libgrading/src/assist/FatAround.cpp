#include "grading/assist/Assist.h"

#include "LinearGain.h"
#include "Signal.h"
#include "SliceAxes.h"

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
constexpr double doubtfulWall = 0.6;   ///< How far fat may lie beyond the wall that the program sees itself.

constexpr const char* algorithmName = "foragrade fat around root 2";

/// Where fat of this foramen can lie when nobody says where the foramen ends.
class RootFrame {
public:
    RootFrame(const VolumeGeometry& geometry, const PixelSet& root) : m_axes(geometry, detail::centroid(root))
    {
        for (const auto& span : root.spans()) {
            for (const int column : {span.begin, span.end - 1}) {
                const SlicePoint p{double(column), double(span.row)};
                m_top = std::max(m_top, m_axes.height(p));
                m_bottom = std::min(m_bottom, m_axes.height(p));
                m_side = std::max(m_side, std::abs(m_axes.sideways(p)));
            }
        }
    }

    [[nodiscard]] bool isInReach(SlicePoint p) const
    {
        return m_axes.height(p) <= m_top + reachAround && m_axes.height(p) >= m_bottom - reachBelow &&
               std::abs(m_axes.sideways(p)) <= m_side + reachAround;
    }
    [[nodiscard]] bool isBelow(SlicePoint p) const
    {
        return m_axes.height(p) < 0 && std::abs(m_axes.sideways(p)) < belowSideways;
    }

private:
    detail::SliceAxes m_axes;
    double m_top = 0;
    double m_bottom = 0;
    double m_side = 0;
};

PixelSet usualReach(const VolumeGeometry& geometry, const PixelSet& root, const RootFrame& frame)
{
    return chosen(grown(geometry, root, {reachBelow + reachAround}).without(root), [&](int column, int row) {
        return frame.isInReach({double(column), double(row)});
    });
}

/// The bright class of what lies within reach.
class Bright {
public:
    Bright(const Volume& volume, int slice, const PixelSet& root, const PixelSet& reach)
        : m_volume(volume), m_slice(slice), m_root(root), m_reach(reach),
          m_near(reach.intersectedWith(grown(volume.geometry(), root, {learnedWithin})))
    {
        if (m_near.isEmpty())
            m_near = reach;
        m_gain = detail::LinearGain::fittedTo(volume, slice, pixels(), detail::centroid(root));
    }

    [[nodiscard]] PixelSet pixels() const
    {
        const double least = threshold();
        return chosen(m_reach, [&](int column, int row) { return corrected(column, row) > least; });
    }

private:
    [[nodiscard]] double corrected(int column, int row) const
    {
        return m_volume.at({column, row, m_slice}) / m_gain.at(column, row);
    }
    [[nodiscard]] std::vector<double> values(const PixelSet& pixels) const
    {
        std::vector<double> values;
        for (const auto& span : pixels.spans()) {
            for (int column = span.begin; column < span.end; ++column)
                values.push_back(corrected(column, span.row));
        }
        return values;
    }
    /// Half-way between root and fat, but not below what parts the surroundings into bright and dark.
    [[nodiscard]] double threshold() const
    {
        const auto near = values(m_near);
        const double rootSignal = detail::percentile(values(m_root), 0.5);
        const double fatSignal = detail::percentile(near, 0.97);
        return std::max((rootSignal + fatSignal) / 2, 0.98 * detail::otsuThreshold(near));
    }

    const Volume& m_volume;
    int m_slice;
    const PixelSet& m_root;
    const PixelSet& m_reach;
    PixelSet m_near;
    detail::LinearGain m_gain;
};

/// What of the bright pixels is this foramen's fat: next to the root, or shut in below it.
PixelSet belonging(const VolumeGeometry& geometry, const PixelSet& bright, const PixelSet& root, const PixelSet& reach,
                   const RootFrame& frame)
{
    const PixelSet beside = grown(geometry, root, {besideRoot});
    const PixelSet around = grown(geometry, root, {belowWithin});
    const PixelSet inner = shrunk(geometry, reach.unitedWith(root),
                                  {1.5 * std::max(geometry.columnSpacing().value, geometry.rowSpacing().value)});
    PixelSet fat;
    for (const auto& part : islands(bright)) {
        const bool isShutInBelow = frame.isBelow(detail::centroid(part)) && !part.intersectedWith(around).isEmpty() &&
                                   part.without(inner).isEmpty() &&
                                   (geometry.pixelArea() * static_cast<double>(part.count())).value > leastAreaBelow;
        if (isShutInBelow || !part.intersectedWith(beside).isEmpty())
            fat = fat.unitedWith(part);
    }
    return fat;
}

} // namespace

Result<AssistedMark> fatAround(const Volume& volume, int slice, const PixelSet& root, const PixelSet& foramen)
{
    const auto& geometry = volume.geometry();
    if (root.isEmpty() || slice < 0 || slice >= geometry.slices())
        return fail(ErrorCode::InvalidArgument, {}, "no root is marked on this slice", "mark the root first");
    const RootFrame frame(geometry, root);
    const PixelSet reach = foramen.isEmpty() ? usualReach(geometry, root, frame) : foramen.without(root);
    if (reach.isEmpty())
        return fail(ErrorCode::NotFound, {}, "there is nothing around the root", "use the brush");
    const PixelSet bright = Bright(volume, slice, root, reach).pixels();
    PixelSet fat;
    if (!foramen.isEmpty()) {
        fat = bright;
    } else {
        fat = belonging(geometry, bright, root, reach, frame);
        if (const auto seen = foramenAround(volume, slice, root))
            fat = fat.intersectedWith(grown(geometry, seen->pixels, {doubtfulWall}));
    }
    if (fat.isEmpty())
        return fail(ErrorCode::NotFound, {}, "no fat is seen around the root",
                    "record that no fat was seen, or use the brush");
    return AssistedMark{std::move(fat), algorithmName};
}

} // namespace grading
