#include "Parts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace grading::measuring {

namespace {

double cross(Flat a, Flat b)
{
    return a.x * b.y - a.y * b.x;
}

/// Area of the convex hull of all corners of the pixels' rectangles, mm² (monotone chain, Andrew 1979).
double hullArea(const SliceUnderMeasure& marks)
{
    std::vector<Flat> corners;
    const double width = marks.picture.pixelWidth();
    const double height = marks.picture.pixelHeight();
    for (const auto& span : marks.root.spans()) {
        for (const double row : {span.row - 0.5, span.row + 0.5}) {
            corners.push_back({(span.begin - 0.5) * width, row * height});
            corners.push_back({(span.end - 0.5) * width, row * height});
        }
    }
    std::sort(corners.begin(), corners.end(), [](Flat a, Flat b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    const auto half = [](auto begin, auto end) {
        std::vector<Flat> chain;
        for (auto at = begin; at != end; ++at) {
            while (chain.size() > 1 && cross(chain.back() - chain[chain.size() - 2], *at - chain.back()) <= 0)
                chain.pop_back();
            chain.push_back(*at);
        }
        chain.pop_back();
        return chain;
    };
    std::vector<Flat> hull = half(corners.begin(), corners.end());
    const std::vector<Flat> back = half(corners.rbegin(), corners.rend());
    hull.insert(hull.end(), back.begin(), back.end());
    double twice = 0;
    for (std::size_t i = 0; i < hull.size(); ++i)
        twice += cross(hull[i], hull[(i + 1) % hull.size()]);
    return twice / 2;
}

/// How often lattice lines with the step (columns, rows) cross the border of the root.
int crossings(const PixelSet& root, int columns, int rows)
{
    std::vector<PixelSpan> moved;
    for (const auto& span : root.spans())
        moved.push_back({span.row + rows, span.begin + columns, span.end + columns});
    return 2 * static_cast<int>(root.without(PixelSet(std::move(moved))).count());
}

/// Crofton's formula: the perimeter is π/2 times the mean over all directions of how many crossings lines of that
/// direction have per length across. Four lattice directions, each weighted with the angle that it stands for
/// (Lehmann & Legland, Insight Journal 2012).
double croftonPerimeter(const SliceUnderMeasure& marks)
{
    const double width = marks.picture.pixelWidth();
    const double height = marks.picture.pixelHeight();
    const double diagonal = std::hypot(width, height);
    const double steep = std::atan2(height, width); // of the diagonal, from the row
    const double pi = std::numbers::pi;
    const double alongRow = steep / pi; // shares of a half circle
    const double alongColumn = (pi / 2 - steep) / pi;
    const double alongDiagonal = 0.25;
    const double area = width * height;
    return pi / 2 *
           (alongRow * area / width * crossings(marks.root, 1, 0) +
            alongColumn * area / height * crossings(marks.root, 0, 1) +
            alongDiagonal * area / diagonal * (crossings(marks.root, 1, 1) + crossings(marks.root, 1, -1)));
}

std::optional<RootReference> meanOf(const std::vector<RootReference>& references)
{
    if (references.empty())
        return std::nullopt;
    RootReference mean{{0}, 0};
    for (const auto& reference : references) {
        mean.area = mean.area + reference.area;
        mean.flattening += reference.flattening;
    }
    const double count = static_cast<double>(references.size());
    return RootReference{mean.area * (1 / count), mean.flattening / count};
}

std::optional<RootRatios> ratiosTo(const RootMeasurement& root, const std::optional<RootReference>& reference)
{
    if (!reference || reference->area.value <= 0 || reference->flattening <= 0)
        return std::nullopt;
    return RootRatios{root.area / reference->area, root.flattening / reference->flattening};
}

void judge(RootMeasurement& root, const MeasurementParameters& parameters)
{
    using Sign = RootMeasurement::Sign;
    const auto ratios = root.toOtherSide ? root.toOtherSide : root.toNeighbours;
    if (root.flattening < parameters.flattenedBelow ||
        (ratios && ratios->flattening < parameters.flattenedBelowOfReference))
        root.signs.push_back(Sign::Flattened);
    if (root.solidity < parameters.solidityBelow)
        root.signs.push_back(Sign::Indented);
    if (ratios && ratios->area < parameters.smallBelowOfReference)
        root.signs.push_back(Sign::Shrunken);
    if (ratios && ratios->area > parameters.largeAboveOfReference)
        root.signs.push_back(Sign::Swollen);
    root.state = static_cast<int>(root.signs.size()) >= parameters.deformedFromSigns ? RootShapeState::Deformed
                                                                                     : RootShapeState::Normal;
}

} // namespace

RootMeasurement rootShape(const SliceUnderMeasure& marks, const MeasureRequest& request)
{
    RootMeasurement root;
    root.pixels = static_cast<int>(marks.root.count());
    root.area = marks.geometry.pixelArea() * root.pixels;
    root.equivalentDiameter = {2 * std::sqrt(root.area.value / std::numbers::pi)};
    const Moments moments = momentsOf(marks.root, marks.geometry);
    // An ellipse's standard deviation along an axis is a quarter of that axis.
    root.majorAxis = {4 * moments.major};
    root.minorAxis = {4 * moments.minor};
    root.flattening = moments.minor / moments.major;
    root.solidity = root.area.value / hullArea(marks);
    root.perimeter = {croftonPerimeter(marks)};
    root.toOtherSide = ratiosTo(root, request.otherSide);
    root.toNeighbours = ratiosTo(root, meanOf(request.neighbours));
    if (root.pixels >= request.parameters.minimumRootPixels)
        judge(root, request.parameters);
    return root;
}

} // namespace grading::measuring
