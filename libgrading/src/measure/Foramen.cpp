#include "Parts.h"

#include <algorithm>
#include <cmath>

namespace grading::measuring {

namespace {

struct Extent {
    double low = 0;
    double high = 0;
};

/// Along `direction`, between the outermost pixel centres plus half a pixel's chord in that direction at each end.
Extent extentAlong(const SliceUnderMeasure& marks, Flat direction)
{
    Extent extent{1e300, -1e300};
    for (const auto& span : marks.foramen.spans()) {
        for (const int column : {span.begin, span.end - 1}) {
            const double at = dot(marks.picture.centre(column, span.row), direction);
            extent.low = std::min(extent.low, at);
            extent.high = std::max(extent.high, at);
        }
    }
    const double chord = 1 / std::max(std::abs(direction.x) / marks.picture.pixelWidth(),
                                      std::abs(direction.y) / marks.picture.pixelHeight());
    return {extent.low - chord / 2, extent.high + chord / 2};
}

/// From the first to the last marked place on the line across the vertical at `height`.
double widthAt(const SliceUnderMeasure& marks, const FlatFrame& frame, double height)
{
    const Extent across = extentAlong(marks, frame.anterior);
    const double step = std::min(marks.picture.pixelWidth(), marks.picture.pixelHeight()) / 32;
    double first = across.high;
    double last = across.low;
    for (double at = across.low; at <= across.high; at += step) {
        if (marks.picture.at(frame.superior * height + frame.anterior * at) > SlicePicture::unmarked) {
            first = std::min(first, at);
            last = std::max(last, at);
        }
    }
    return std::max(last - first, 0.0);
}

} // namespace

std::optional<OutlineMeasurement> outlineOf(const SliceUnderMeasure& marks, const FlatFrame& frame)
{
    if (marks.outline.isEmpty())
        return std::nullopt;
    const Moments moments = momentsOf(marks.foramen, marks.geometry);
    const Extent tall = extentAlong(marks, frame.superior);
    OutlineMeasurement outline;
    outline.area = marks.geometry.pixelArea() * static_cast<double>(marks.foramen.count());
    outline.height = {tall.high - tall.low};
    outline.upperWidth = {widthAt(marks, frame, tall.low + 0.75 * (tall.high - tall.low))};
    outline.midWidth = {widthAt(marks, frame, tall.low + 0.5 * (tall.high - tall.low))};
    outline.fatShare = static_cast<double>(marks.fat.count()) / static_cast<double>(marks.foramen.count());
    outline.axisRatio = moments.major / moments.minor;
    return outline;
}

} // namespace grading::measuring
