#include "CocoPolygons.h"

#include "grading/marks/Contour.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

/// Columns begin … end-1 of a set.
PixelSet columnsOf(const PixelSet& pixels, int begin, int end)
{
    std::vector<PixelSpan> spans;
    for (const auto& span : pixels.spans()) {
        if (span.begin < end && span.end > begin)
            spans.push_back({span.row, std::max(span.begin, begin), std::min(span.end, end)});
    }
    return PixelSet(std::move(spans));
}

/// A column inside the hole, so that a cut before it opens the hole on both sides.
int columnThrough(const Contour& hole)
{
    const auto [left, right] = std::ranges::minmax(hole.points, {}, &SlicePoint::column);
    const int first = static_cast<int>(std::lround(left.column + 0.5));
    const int last = static_cast<int>(std::lround(right.column - 0.5));
    return (first + last + 1) / 2;
}

void append(const PixelSet& pixels, std::vector<std::vector<int>>& polygons)
{
    const auto lines = outlines(pixels);
    const auto hole = std::ranges::find_if(lines, &Contour::isHole);
    if (hole != lines.end()) {
        const int cut = columnThrough(*hole);
        const auto& spans = pixels.spans();
        const int first = std::ranges::min(spans, {}, &PixelSpan::begin).begin;
        const int end = std::ranges::max(spans, {}, &PixelSpan::end).end;
        append(columnsOf(pixels, first, cut), polygons);
        append(columnsOf(pixels, cut, end), polygons);
        return;
    }
    for (const auto& line : lines) {
        auto& polygon = polygons.emplace_back();
        for (const auto& point : line.points) {
            polygon.push_back(static_cast<int>(point.column + 0.5)); // corners of pixels are whole numbers
            polygon.push_back(static_cast<int>(point.row + 0.5));
        }
    }
}

} // namespace

std::vector<std::vector<int>> cocoPolygons(const PixelSet& pixels)
{
    std::vector<std::vector<int>> polygons;
    append(pixels, polygons);
    return polygons;
}

} // namespace grading
