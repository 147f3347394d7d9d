#include "DepthMap.h"
#include "Parts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace grading::measuring {

namespace {

constexpr int rayCount = 360;
/// How far beyond the root's edge fat is still looked for, mm: for the drawing, far above every gap limit.
constexpr double drawingReach = 10;
/// Rounding must not decide whether a layer of exactly one pixel is one pixel thick, mm.
constexpr double tolerance = 1e-6;

bool isRoot(int label)
{
    return label == static_cast<int>(Structure::NerveRoot);
}

bool isFat(int label)
{
    return label == static_cast<int>(Structure::PerineuralFat);
}

struct Candidate {
    Flat place;
    double depth = 0;
    double toCentroid = 0;
};

std::vector<Candidate> deepPixels(const SliceUnderMeasure& marks, Flat centroid, double share)
{
    const DepthMap depths(marks.root, marks.geometry);
    std::vector<Candidate> all;
    double deepest = 0;
    for (const auto& span : marks.root.spans()) {
        for (int column = span.begin; column < span.end; ++column) {
            const Flat place = marks.picture.centre(column, span.row);
            all.push_back({place, depths.at(column, span.row), length(place - centroid)});
            deepest = std::max(deepest, all.back().depth);
        }
    }
    std::erase_if(all, [&](const Candidate& c) { return c.depth < share * deepest - tolerance; });
    return all;
}

/// Where rays start: the centroid, or where that lies outside the root the nearest place deep inside it.
Flat originOf(const SliceUnderMeasure& marks, const MeasurementParameters& parameters, Issues& issues)
{
    const Flat centroid = momentsOf(marks.root, marks.geometry).centroid;
    if (isRoot(marks.picture.at(centroid)))
        return centroid;
    const auto candidates = deepPixels(marks, centroid, parameters.originPeakShare);
    const auto nearest = std::min_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
        return a.toCentroid < b.toCentroid - tolerance;
    });
    const double pixel = std::max(marks.picture.pixelWidth(), marks.picture.pixelHeight());
    const bool isUnique = std::none_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
        return other.toCentroid < nearest->toCentroid + pixel / 2 && length(other.place - nearest->place) > 2 * pixel;
    });
    issues.push_back({Severity::Info,
                      "root-concave",
                      {},
                      "The root's centroid lies outside it; rays start at the nearest place deep inside."});
    if (!isUnique)
        issues.push_back(
            {Severity::Warning,
             "ray-origin-not-unique",
             {},
             "The root is so curved that the place where rays start isn't unique; check the sides by eye."});
    return nearest->place;
}

/// Walks a ray and finds where the label changes, to sub-pixel precision.
class Walk {
public:
    Walk(const SlicePicture& picture, Flat origin, Flat direction)
        : m_picture(picture), m_origin(origin), m_direction(direction),
          m_step(std::min(picture.pixelWidth(), picture.pixelHeight()) / 12),
          m_border(picture.distanceToBorder(origin, direction))
    {}

    [[nodiscard]] double border() const { return m_border; }
    [[nodiscard]] bool isBorder(double distance) const { return distance >= m_border - tolerance; }

    /// First place from `from` up to `to` where `holds(label)` is true; `to` when there is none.
    template <class Predicate>
    [[nodiscard]] double firstWhere(double from, double to, Predicate holds) const
    {
        double before = from;
        if (holds(label(from)))
            return from;
        while (before < to) {
            const double after =
                std::min(before + m_step + m_picture.sameFor(m_origin + m_direction * before, m_direction), to);
            if (holds(label(after)))
                return bisect(std::max(before, after - m_step), after, holds);
            before = after;
        }
        return to;
    }

    /// Last place up to `to` that is root; expects the origin to be root.
    [[nodiscard]] double lastExit(double to) const
    {
        double outside = std::min(to, m_border);
        if (isRoot(label(outside)))
            return outside;
        while (outside > 0) {
            const Flat place = m_origin + m_direction * outside;
            const double inside = std::max(outside - m_step - m_picture.sameFor(place, m_direction * -1), 0.0);
            if (isRoot(label(inside)))
                return bisect(inside, std::min(inside + m_step, outside), [](int value) { return !isRoot(value); });
            outside = inside;
        }
        return 0;
    }

private:
    [[nodiscard]] int label(double distance) const
    {
        // The very border belongs to the image whatever rounding says.
        return m_picture.at(m_origin + m_direction * std::min(distance, m_border - tolerance));
    }

    template <class Predicate>
    [[nodiscard]] double bisect(double without, double with, Predicate holds) const
    {
        for (int i = 0; i < 16; ++i) {
            const double middle = (without + with) / 2;
            (holds(label(middle)) ? with : without) = middle;
        }
        return with;
    }

    const SlicePicture& m_picture;
    Flat m_origin;
    Flat m_direction;
    double m_step;
    double m_border;
};

struct Limits {
    double gap = 0;
    double thickness = 0;
    double farthestRoot = 0; ///< No root beyond, from the origin.
};

Ray castOne(const Walk& walk, const Limits& limits)
{
    Ray ray;
    const double edge = walk.lastExit(limits.farthestRoot);
    ray.rootEdge = {edge};
    if (walk.isBorder(edge)) {
        ray.outcome = Ray::Outcome::LeavesImage;
        return ray;
    }
    const double reach = std::min(edge + std::max(drawingReach, limits.gap + limits.thickness), walk.border());
    const double fatBegin = walk.firstWhere(edge, reach, isFat);
    const bool fatFound = fatBegin < reach;
    if (!fatFound || fatBegin - edge > limits.gap + tolerance) {
        const bool limitPassed = fatFound || reach - edge > limits.gap + tolerance;
        ray.outcome = limitPassed ? Ray::Outcome::NoFat : Ray::Outcome::LeavesImage;
    }
    if (!fatFound)
        return ray;
    const double fatEnd = walk.firstWhere(fatBegin, walk.border(), [](int label) { return !isFat(label); });
    ray.gap = Millimetres{fatBegin - edge};
    ray.thickness = {fatEnd - fatBegin};
    if (fatBegin - edge > limits.gap + tolerance)
        return ray;
    if (ray.thickness.value >= limits.thickness - tolerance)
        ray.outcome = Ray::Outcome::MeetsFat;
    else
        ray.outcome = walk.isBorder(fatEnd) ? Ray::Outcome::LeavesImage : Ray::Outcome::NoFat;
    return ray;
}

double farthestFrom(Flat origin, const SliceUnderMeasure& marks)
{
    double farthest = 0;
    for (const auto& span : marks.root.spans()) {
        for (const int column : {span.begin, span.end - 1})
            farthest = std::max(farthest, length(marks.picture.centre(column, span.row) - origin));
    }
    return farthest + marks.picture.pixelWidth() + marks.picture.pixelHeight();
}

} // namespace

RayProfile castRays(const SliceUnderMeasure& marks, const FlatFrame& frame, const MeasurementParameters& parameters,
                    Issues& issues)
{
    const Flat origin = originOf(marks, parameters, issues);
    const double pixel = std::max(marks.picture.pixelWidth(), marks.picture.pixelHeight());
    const Limits limits{std::max(parameters.maximumGap.value, pixel),
                        std::max(parameters.minimumThickness.value, pixel), farthestFrom(origin, marks)};
    RayProfile profile;
    profile.origin = toPatient(marks.geometry, origin, marks.slice);
    profile.rays.reserve(rayCount);
    for (int i = 0; i < rayCount; ++i) {
        const double angle = (i + 0.5) * 360 / rayCount;
        const double radians = angle * std::numbers::pi / 180;
        const Flat direction = frame.superior * std::cos(radians) + frame.anterior * std::sin(radians);
        Ray ray = castOne(Walk(marks.picture, origin, direction), limits);
        ray.angle = {angle};
        profile.rays.push_back(ray);
    }
    return profile;
}

namespace {

bool isOnSide(const Ray& ray, AnatomicalDirection direction)
{
    constexpr std::array<double, 4> middles{0, 180, 90, 270}; // by AnatomicalDirection
    return std::abs(std::remainder(ray.angle.value - middles[indexOf(direction)], 360)) <= 45;
}

} // namespace

double shareWithSomeFat(const RayProfile& profile, AnatomicalDirection direction, Millimetres gapLimit)
{
    int rays = 0;
    int some = 0;
    for (const auto& ray : profile.rays) {
        if (!isOnSide(ray, direction))
            continue;
        ++rays;
        some += ray.gap && ray.gap->value <= gapLimit.value + tolerance ? 1 : 0;
    }
    return static_cast<double>(some) / rays;
}

SideMeasurement sideFrom(const RayProfile& profile, AnatomicalDirection direction,
                         const MeasurementParameters& parameters)
{
    int rays = 0;
    int meeting = 0;
    int leaving = 0;
    for (const auto& ray : profile.rays) {
        if (!isOnSide(ray, direction))
            continue;
        ++rays;
        meeting += ray.outcome == Ray::Outcome::MeetsFat ? 1 : 0;
        leaving += ray.outcome == Ray::Outcome::LeavesImage ? 1 : 0;
    }
    SideMeasurement side;
    if (leaving > parameters.maximumShareLeaving * rays) {
        side.cause = SideMeasurement::Cause::LeavesImage;
        return side;
    }
    const double coverage = static_cast<double>(meeting) / rays;
    side.coverage = coverage;
    if (coverage >= parameters.preservedCoverage)
        side.state = SideCoverageState::Preserved;
    else
        side.state = coverage < parameters.lostCoverage ? SideCoverageState::Lost : SideCoverageState::Equivocal;
    return side;
}

} // namespace grading::measuring
