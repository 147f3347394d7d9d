#include "AgreeSegmentations.h"

#include "Output.h"
#include "ScanOptions.h"

#include "grading/dicom/ImportMarks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace foragrade {

namespace {

using grading::ErrorCode;
using grading::fail;
using grading::Result;
using grading::VolumeGeometry;

/// The second's slices as places on the first's grid, and those of the first: lowest and highest. None when they are
/// no places there.
std::optional<std::array<int, 2>> slicesOfBoth(const VolumeGeometry& first, const VolumeGeometry& second)
{
    constexpr double farthest = 10000; // slices; beyond is no series
    std::array<int, 2> range{0, first.slices() - 1};
    for (const int slice : {0, second.slices() - 1}) {
        const double place = first.toIndex(second.toPatient(grading::VoxelIndex{0, 0, slice})).slice;
        if (!(std::abs(place) < farthest))
            return std::nullopt;
        range[0] = std::min(range[0], static_cast<int>(std::lround(place)));
        range[1] = std::max(range[1], static_cast<int>(std::lround(place)));
    }
    return range;
}

/// Images that nobody has, with a slice for every plane that either stores. Whether the planes fit is judged where they
/// are placed on it.
std::optional<grading::Stack> stackFor(const grading::Segmentation& first, const grading::Segmentation& second)
{
    const bool isFirstFiner = first.geometry.sliceSpacing().value <= second.geometry.sliceSpacing().value;
    const auto& fine = isFirstFiner ? first.geometry : second.geometry;
    const auto range = slicesOfBoth(fine, isFirstFiner ? second.geometry : first.geometry);
    if (!range)
        return std::nullopt;
    const auto [lowest, highest] = *range;
    const auto grid = VolumeGeometry::make(fine.toPatient(grading::VoxelIndex{0, 0, lowest}), fine.rowDirection(),
                                           fine.columnDirection(), fine.columnSpacing(), fine.rowSpacing(),
                                           fine.sliceSpacing(), fine.columns(), fine.rows(), highest - lowest + 1);
    if (!grid)
        return std::nullopt;
    grading::Stack stack;
    stack.studyUid = first.study;
    stack.seriesUid = first.sourceSeries;
    stack.id = first.sourceSeries.text() + "#1";
    stack.frameOfReference = first.frameOfReference;
    stack.columns = grid->columns();
    stack.rows = grid->rows();
    stack.geometry = *grid;
    for (int slice = 0; slice < grid->slices(); ++slice) {
        auto& frame = stack.frames.emplace_back();
        frame.position = grid->toPatient(grading::VoxelIndex{0, 0, slice});
    }
    return stack;
}

grading::Error otherPlanes(const std::string& file)
{
    return {ErrorCode::Mismatch, file, "its planes aren't those of the other segmentation",
            "give two of the same images; if they are, name the images' folder with --series"};
}

/// The images of the folder, or a stack in their stead that both fit.
Result<grading::SeriesCatalogue> imagesOf(const grading::Segmentation& first, const grading::Segmentation& second,
                                          const std::string& secondFile, const std::string& folder)
{
    if (!folder.empty()) {
        auto catalogue = grading::scanFolder({folder}, scanOptions(), terminalProgress());
        clearProgress();
        return catalogue;
    }
    auto stack = stackFor(first, second);
    if (!stack)
        return fail(otherPlanes(secondFile));
    grading::SeriesCatalogue catalogue;
    auto& study = catalogue.studies.emplace_back();
    study.uid = first.study;
    auto& series = study.series.emplace_back();
    series.uid = stack->seriesUid;
    series.stacks.push_back(std::move(*stack));
    return catalogue;
}

/// One segmentation as if a reader of that name had drawn it.
Result<grading::Reading> readerOf(const std::string& file, const grading::Uid& study,
                                  const grading::SeriesCatalogue& images, grading::Issues& issues)
{
    auto import = grading::importMarks(file, images, {});
    if (!import)
        return fail(import.error());
    issues.insert(issues.end(), import->issues.begin(), import->issues.end());
    grading::Reading reading;
    reading.study.uid = study;
    reading.reader.name = file;
    for (auto& [foramen, marks] : import->marks)
        reading.foramina[foramen].marks.push_back(std::move(marks));
    return reading;
}

void tellWhatOnlyOneMarks(const std::vector<grading::Reading>& readings, grading::Issues& issues)
{
    for (std::size_t i = 0; i < 2; ++i) {
        for (const auto& [foramen, record] : readings[i].foramina) {
            if (readings[1 - i].find(foramen) == nullptr)
                issues.push_back({grading::Severity::Warning, "marked-by-one", readings[i].reader.name,
                                  foramen.title() + " is marked here alone and isn't compared."});
        }
    }
}

} // namespace

Result<grading::ReadingsOverlap> compareSegmentations(const std::string& first, const std::string& second,
                                                      const std::string& folder)
{
    std::vector<grading::Segmentation> segmentations;
    for (const auto& file : {first, second}) {
        auto read = grading::readSegmentation(file);
        if (!read)
            return fail(read.error());
        segmentations.push_back(std::move(*read));
    }
    const auto study = segmentations[0].study;
    const bool isSameStudy = segmentations[1].study == study;
    if (!isSameStudy || segmentations[1].frameOfReference != segmentations[0].frameOfReference)
        return fail(ErrorCode::Mismatch, second,
                    (isSameStudy ? "lies in another frame of reference than " : "marks another study than ") + first,
                    "give two segmentations of the same images");
    const auto images = imagesOf(segmentations[0], segmentations[1], second, folder);
    if (!images)
        return fail(images.error());
    grading::Issues issues;
    std::vector<grading::Reading> readings;
    for (const auto& file : {first, second}) {
        auto reading = readerOf(file, study, *images, issues);
        if (!reading && folder.empty() && reading.error().code == ErrorCode::Mismatch)
            return fail(otherPlanes(second));
        if (!reading)
            return fail(reading.error());
        readings.push_back(std::move(*reading));
    }
    auto result = grading::overlapOf(readings);
    if (result.foramina.empty())
        return fail(ErrorCode::NotFound, second, "marks no foramen on the stack on which " + first + " marks it",
                    "give two segmentations of the same foramina");
    tellWhatOnlyOneMarks(readings, issues);
    result.issues.insert(result.issues.begin(), issues.begin(), issues.end());
    return result;
}

} // namespace foragrade
