#include "Parts.h"

#include <cmath>
#include <numbers>

namespace grading::measuring {

namespace {

/// Least length that the patient's S–I and A–P unit vectors keep in the slice: up to 60° off sagittal.
constexpr double leastProjection = 0.5;

struct PatientAxes {
    Flat superior;
    Flat forward; ///< Orthogonal to superior, on the anterior side.
};

/// The one of the two perpendiculars that lies on the side of `like`.
Flat perpendicular(Flat to, Flat like)
{
    const Flat turned{-to.y, to.x};
    return dot(turned, like) < 0 ? turned * -1 : turned;
}

Degrees tiltOf(Flat vertical, const PatientAxes& axes)
{
    return {std::atan2(dot(vertical, axes.forward), dot(vertical, axes.superior)) * 180 / std::numbers::pi};
}

FlatFrame makeFrame(const VolumeGeometry& geometry, FrameOfMeasurement::Source source, Flat line,
                    const PatientAxes& axes)
{
    Flat vertical = unit(line);
    if (dot(vertical, axes.superior) < 0)
        vertical = vertical * -1;
    // Turned with the vertical, so that it stays on the front up to a tilt of 90°.
    const double along = dot(vertical, axes.superior);
    const double forwards = dot(vertical, axes.forward);
    const Flat anterior = axes.forward * along - axes.superior * forwards;
    FlatFrame result;
    result.superior = vertical;
    result.anterior = unit(anterior);
    result.frame.source = source;
    result.frame.tilt = source == FrameOfMeasurement::Source::PatientAxis ? Degrees{0} : tiltOf(vertical, axes);
    result.frame.superior = toPatient(geometry, result.superior);
    result.frame.anterior = toPatient(geometry, result.anterior);
    return result;
}

std::optional<Flat> pedicleLine(const VolumeGeometry& geometry, const MeasureRequest& request, Issues& issues)
{
    if (!request.pedicleLine)
        return std::nullopt;
    const Flat line = inSlice(geometry, request.pedicleLine->second - request.pedicleLine->first);
    if (length(line) >= std::max(geometry.columnSpacing().value, geometry.rowSpacing().value))
        return line;
    issues.push_back({Severity::Warning,
                      "pedicle-line-too-short",
                      {},
                      "The two pedicle margins lie within one pixel of each other and give no vertical."});
    return std::nullopt;
}

std::optional<Flat> foramenAxis(const SliceUnderMeasure& marks, const MeasurementParameters& parameters,
                                const PatientAxes& axes, Issues& issues)
{
    if (marks.outline.isEmpty())
        return std::nullopt;
    const Moments moments = momentsOf(marks.foramen, marks.geometry);
    if (moments.minor <= 0 || moments.major < parameters.outlineAxisRatio * moments.minor)
        return std::nullopt;
    const double lean = std::acos(std::min(1.0, std::abs(dot(moments.axis, axes.superior)))) * 180 / std::numbers::pi;
    if (lean <= parameters.outlineMaximumLean.value)
        return moments.axis;
    issues.push_back({Severity::Info,
                      "foramen-axis-leans",
                      {},
                      "The foramen is wider than tall, so its axis isn't used as the vertical."});
    return std::nullopt;
}

} // namespace

std::optional<FlatFrame> frameOf(const SliceUnderMeasure& marks, const MeasureRequest& request, Issues& issues)
{
    const Flat up = inSlice(marks.geometry, patient::superior);
    const Flat front = inSlice(marks.geometry, patient::anterior);
    if (length(up) < leastProjection || length(front) < leastProjection)
        return std::nullopt;
    const Flat superior = unit(up);
    const PatientAxes axes{superior, perpendicular(superior, front)};
    using Source = FrameOfMeasurement::Source;
    if (const auto line = pedicleLine(marks.geometry, request, issues))
        return makeFrame(marks.geometry, Source::PedicleLine, *line, axes);
    if (const auto axis = foramenAxis(marks, request.parameters, axes, issues))
        return makeFrame(marks.geometry, Source::ForamenAxis, *axis, axes);
    return makeFrame(marks.geometry, Source::PatientAxis, superior, axes);
}

} // namespace grading::measuring
