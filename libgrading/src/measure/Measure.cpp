#include "grading/measure/Measure.h"

#include "Parts.h"
#include "grading/marks/PixelShape.h"

#include <algorithm>

namespace grading {

namespace measuring {

SliceUnderMeasure::SliceUnderMeasure(const LabelMap& allMarks, const VolumeGeometry& grid, int number)
    : marks(allMarks), geometry(grid), slice(number), picture(allMarks, grid, number),
      root(allMarks.pixels(number, Structure::NerveRoot)), fat(allMarks.pixels(number, Structure::PerineuralFat)),
      outline(allMarks.pixels(number, Structure::ForamenOutline)), foramen(allMarks.markedPixels(number))
{}

} // namespace measuring

namespace {

using measuring::SliceUnderMeasure;
using FatRecord = Measurements::FatRecord;

FatRecord fatRecordOf(const LabelMap& marks, const MeasureRequest& request, Issues& issues)
{
    const bool hasFat = marks.count(Structure::PerineuralFat) > 0;
    if (hasFat && request.noFatSeen)
        issues.push_back({Severity::Warning,
                          "fat-marked-though-none-seen",
                          {},
                          "Fat is marked although it was recorded that none was seen; the marks count."});
    if (hasFat)
        return FatRecord::Annotated;
    return request.noFatSeen ? FatRecord::NoFatSeen : FatRecord::NotAnnotated;
}

/// A side may be lost only because its fat is too thin for the rule: a reader should look.
void reportThinFat(SliceMeasurements& result, const SliceUnderMeasure& marks, const MeasurementParameters& parameters)
{
    const double pixel = std::max(marks.picture.pixelWidth(), marks.picture.pixelHeight());
    const Millimetres gapLimit{std::max(parameters.maximumGap.value, pixel)};
    for (const auto direction : allDirections) {
        if (result.side(direction).state != SideCoverageState::Lost ||
            measuring::shareWithSomeFat(result.profile, direction, gapLimit) < parameters.lostCoverage)
            continue;
        result.issues.push_back({Severity::Info,
                                 "fat-too-thin",
                                 {},
                                 "Fat on the " + std::string(name(direction)) +
                                     " side is marked, but too thin to count; the side is taken as lost."});
    }
}

void measureFat(SliceMeasurements& result, const SliceUnderMeasure& marks, FatRecord fatRecord,
                const MeasurementParameters& parameters)
{
    result.fat.pixels = static_cast<int>(marks.fat.count());
    result.fat.area = marks.geometry.pixelArea() * result.fat.pixels;
    for (const auto direction : allDirections) {
        auto& side = result.sides[indexOf(direction)];
        if (fatRecord == FatRecord::Annotated)
            side = measuring::sideFrom(result.profile, direction, parameters);
        else if (fatRecord == FatRecord::NoFatSeen)
            side = {SideCoverageState::Lost, 0.0, SideMeasurement::Cause::None};
        else
            side = {SideCoverageState::NotAssessable, std::nullopt, SideMeasurement::Cause::FatNotAnnotated};
    }
    if (fatRecord == FatRecord::NotAnnotated)
        return;
    if (fatRecord == FatRecord::Annotated)
        reportThinFat(result, marks, parameters);
    const auto meeting = std::count_if(result.profile.rays.begin(), result.profile.rays.end(),
                                       [](const Ray& ray) { return ray.outcome == Ray::Outcome::MeetsFat; });
    result.fat.coverage = static_cast<double>(meeting) / static_cast<double>(result.profile.rays.size());
}

std::optional<SliceMeasurements> measureSlice(const SliceUnderMeasure& marks, FatRecord fatRecord,
                                              const MeasureRequest& request)
{
    SliceMeasurements result;
    result.slice = marks.slice;
    const auto frame = measuring::frameOf(marks, request, result.issues);
    if (!frame)
        return std::nullopt;
    result.frame = frame->frame;
    result.profile = measuring::castRays(marks, *frame, request.parameters, result.issues);
    measureFat(result, marks, fatRecord, request.parameters);
    result.root = measuring::rootShape(marks, request);
    result.outline = measuring::outlineOf(marks, *frame);
    if (islands(marks.root).size() > 1)
        result.issues.push_back({Severity::Warning,
                                 "root-in-islands",
                                 {},
                                 "The root on slice " + std::to_string(marks.slice + 1) +
                                     " is marked in several islands; all of them are measured as one."});
    return result;
}

/// The asked slice, else the first with the largest root.
std::size_t gradedIndexOf(const std::vector<SliceMeasurements>& slices, const MeasureRequest& request)
{
    const auto found =
        request.slice
            ? std::find_if(slices.begin(), slices.end(), [&](const auto& s) { return s.slice == *request.slice; })
            : std::max_element(slices.begin(), slices.end(),
                               [](const auto& a, const auto& b) { return a.root.pixels < b.root.pixels; });
    return static_cast<std::size_t>(found - slices.begin());
}

} // namespace

Result<Measurements> measure(const LabelMap& marks, const VolumeGeometry& geometry, const MeasureRequest& request)
{
    if (marks.columns() != geometry.columns() || marks.rows() != geometry.rows() || marks.slices() != geometry.slices())
        return fail(ErrorCode::Mismatch, "marks", "don't have the stack's rows, columns and slices");
    const auto rootSlices = marks.markedSlices(Structure::NerveRoot);
    if (rootSlices.empty())
        return fail(ErrorCode::NotFound, {}, "no nerve root is marked", "mark the root on at least one slice");
    if (request.slice && std::find(rootSlices.begin(), rootSlices.end(), *request.slice) == rootSlices.end())
        return fail(ErrorCode::NotFound, "slice " + std::to_string(*request.slice + 1), "has no nerve root marked",
                    "choose a slice with a root");
    Measurements result;
    result.parameters = request.parameters;
    result.fatRecord = fatRecordOf(marks, request, result.issues);
    for (const int slice : rootSlices) {
        auto measured = measureSlice(SliceUnderMeasure(marks, geometry, slice), result.fatRecord, request);
        if (!measured)
            return fail(ErrorCode::Unsupported, {}, "the slices are too far from sagittal to tell the root's sides",
                        "mark the foramen on a sagittal series");
        result.slices.push_back(std::move(*measured));
    }
    result.gradedIndex = gradedIndexOf(result.slices, request);
    measuring::measureVolumes(result, marks, geometry);
    return result;
}

} // namespace grading
