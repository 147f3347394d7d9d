#include "views/Linking.h"

#include "views/SliceOverlay.h"
#include "views/SliceView.h"

#include <cmath>

namespace foragrade {
namespace {

constexpr double halfDisc = 8; ///< mm along the spine that count as the disc's

/// Slices that lie across the spine show one level at a time.
bool isAcross(const SliceView& view)
{
    return std::abs(view.volume().geometry().normal().z) > 0.7;
}

} // namespace

bool areLinked(const SliceView& a, const SliceView& b)
{
    return a.hasImage() && b.hasImage() && a.stack() != nullptr && b.stack() != nullptr && a.stack()->geometry &&
           b.stack()->geometry && !a.stack()->frameOfReference.isEmpty() &&
           a.stack()->frameOfReference == b.stack()->frameOfReference;
}

bool areParallel(const SliceView& a, const SliceView& b)
{
    return std::abs(dot(a.volume().geometry().normal(), b.volume().geometry().normal())) > 0.95;
}

grading::PatientPoint middleOfSlice(const SliceView& view)
{
    const auto& geometry = view.volume().geometry();
    return geometry.toPatient(grading::ContinuousIndex{(geometry.columns() - 1) / 2.0, (geometry.rows() - 1) / 2.0,
                                                       static_cast<double>(view.slice())});
}

QLineF referenceLine(const SliceView& view, const SliceView& other)
{
    // The zero of the signed distance to the other plane, found along two of this slice's edges, as the distance is
    // linear in the slice.
    const auto plane = other.volume().geometry().slicePlane(other.slice());
    const auto& g = view.volume().geometry();
    const double columns = g.columns() - 1;
    const double rows = g.rows() - 1;
    const auto distance = [&](double column, double row) {
        return plane.signedDistance(
            g.toPatient(grading::ContinuousIndex{column, row, static_cast<double>(view.slice())}));
    };
    const double corner = distance(0, 0);
    const double perColumn = (distance(columns, 0) - corner) / columns;
    const double perRow = (distance(0, rows) - corner) / rows;
    const bool isFlat = std::abs(perRow) >= std::abs(perColumn);
    const auto at = [&](double along) -> grading::SlicePoint {
        return isFlat ? grading::SlicePoint{along, -(corner + perColumn * along) / perRow}
                      : grading::SlicePoint{-(corner + perRow * along) / perColumn, along};
    };
    return {view.projection().toPane(at(0)), view.projection().toPane(at(isFlat ? columns : rows))};
}

std::vector<LevelLabel> levelLabels(const SliceView& view, const std::vector<grading::PlacedLevel>& levels,
                                    const grading::Level& current)
{
    std::vector<LevelLabel> labels;
    if (isAcross(view))
        return labels;
    const auto& geometry = view.volume().geometry();
    for (const auto& level : levels) {
        auto voxel = geometry.nearestVoxel(level.point);
        voxel.slice = view.slice();
        const QPointF at = view.projection().toPane(level.point);
        if (geometry.contains(voxel) && QRectF(view.rect()).adjusted(8, 24, -8, -60).contains(at))
            labels.push_back({at, QString::fromStdString(level.level.name()), level.isPointedAt, level.level == current,
                              geometry.rowDirection().y >= 0});
    }
    return labels;
}

QString levelOfSlice(const SliceView& view, const std::vector<grading::PlacedLevel>& levels)
{
    if (!isAcross(view) || levels.empty())
        return {};
    const auto plane = view.volume().geometry().slicePlane(view.slice());
    const double up = plane.normal.z > 0 ? 1 : -1;
    const auto below = [&](const grading::PlacedLevel& level) { return -up * plane.signedDistance(level.point); };
    const grading::PlacedLevel* lowestAbove = nullptr; // the last disc that lies above the slice
    for (const auto& level : levels) {
        if (std::abs(below(level)) <= halfDisc)
            return QString::fromStdString(level.level.name());
        if (below(level) < 0)
            lowestAbove = &level;
    }
    return lowestAbove != nullptr ? QString::fromStdString(lowestAbove->level.lower.name())
                                  : QString::fromStdString(levels.front().level.upper.name());
}

} // namespace foragrade
