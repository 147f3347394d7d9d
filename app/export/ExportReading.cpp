#include "export/ExportReading.h"

#include "grading/base/Files.h"
#include "grading/dicom/EncapsulatedPdf.h"
#include "grading/dicom/KeyObjects.h"
#include "grading/dicom/LoadVolume.h"
#include "grading/reading/ReadingJson.h"
#include "grading/report/Writers.h"

#include <charconv>
#include <optional>

namespace foragrade {

namespace {

using grading::Result;
using std::filesystem::path;

/// What all formats are made from, derived once.
struct ExportInput {
    grading::ReportRequest request;
    const grading::SeriesCatalogue* images = nullptr; ///< None when no format needs them.
};

/// The number in "seg-7.dcm"; none for any other name.
std::optional<int> segmentationNumber(const std::string& name)
{
    int number = 0;
    const char* const end = name.data() + name.size();
    if (!name.starts_with("seg-") || !name.ends_with(".dcm"))
        return std::nullopt;
    const auto read = std::from_chars(name.data() + 4, end, number);
    return read.ec == std::errc() && read.ptr == end - 4 ? std::optional(number) : std::nullopt;
}

/// Segmentations of an earlier export with more of them would contradict the report beside them.
Result<void> stageLeftovers(const path& folder, int written, grading::FileSet& files)
{
    std::error_code error;
    for (auto entry = std::filesystem::directory_iterator(folder, error);
         !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (segmentationNumber(entry->path().filename().string()).value_or(0) <= written)
            continue;
        if (const auto removed = files.remove(entry->path()); !removed)
            return removed;
    }
    return {};
}

Result<void> stageSegmentations(const ExportInput& input, const path& folder, grading::FileSet& files)
{
    if (const auto made = files.addFolder(folder); !made)
        return made;
    int number = 0;
    for (const auto& segmentation : input.request.segmentations) {
        const auto* stack = input.images->findStack(segmentation.stackId);
        if (stack == nullptr)
            return grading::fail(grading::ErrorCode::NotFound, segmentation.stackId,
                                 "its images, which hold marks, aren't there", "name their folder with --images");
        const auto write = [&](const path& file) { return grading::writeSegmentation(file, segmentation, *stack); };
        if (const auto added = files.add(folder / ("seg-" + std::to_string(++number) + ".dcm"), write); !added)
            return added;
    }
    return stageLeftovers(folder, number, files);
}

Result<void> stageReports(const ExportInput& input, const ExportTargets& targets, grading::FileSet& files,
                          grading::Issues& remarks)
{
    if (targets.csv.empty() && !targets.havePictures())
        return {};
    const auto report = reportForPeople(input.request.reading, input.images);
    for (const auto& issue : report.issues) {
        if (targets.havePictures() && issue.code == "no-pictures")
            remarks.push_back(issue);
    }
    const auto stageOne = [&](const path& target, const std::function<Result<std::string>()>& make) -> Result<void> {
        return target.empty() ? Result<void>() : files.add(target, [&](const path& file) -> Result<void> {
            const auto bytes = make();
            return bytes ? grading::writeFile(file, *bytes) : Result<void>(grading::fail(bytes.error()));
        });
    };
    if (auto done = stageOne(targets.csv, [&] { return grading::report::toCsv(report); }); !done)
        return done;
    if (auto done = stageOne(targets.html, [&] { return grading::report::toHtml(report); }); !done)
        return done;
    if (targets.pdf.empty() && targets.dicomPdf.empty())
        return {};
    const auto pdf = toPdf(report, targets.paper);
    if (auto done = stageOne(targets.pdf, [&] { return pdf; }); !done || targets.dicomPdf.empty())
        return done;
    return files.add(targets.dicomPdf, [&](const path& file) -> Result<void> {
        return pdf ? grading::writeEncapsulatedPdf(file, *pdf, report.title, input.request)
                   : grading::fail(pdf.error());
    });
}

Result<void> stage(const ExportInput& input, const ExportTargets& targets, grading::FileSet& files)
{
    if (!targets.json.empty()) {
        const auto write = [&](const path& file) {
            return grading::writeFile(file, grading::toJson(input.request.reading));
        };
        if (const auto added = files.add(targets.json, write); !added)
            return added;
    }
    if (!targets.report.empty()) {
        const auto write = [&](const path& file) { return grading::writeStructuredReport(file, input.request); };
        if (const auto added = files.add(targets.report, write); !added)
            return added;
    }
    if (!targets.keyObjects.empty() && grading::hasKeyImages(input.request)) {
        const auto write = [&](const path& file) { return grading::writeKeyObjects(file, input.request); };
        if (const auto added = files.add(targets.keyObjects, write); !added)
            return added;
    }
    return targets.segmentations.empty() ? Result<void>() : stageSegmentations(input, targets.segmentations, files);
}

grading::Issues remarksOn(const grading::Reading& reading, const ExportTargets& targets, bool hasImages)
{
    grading::Issues remarks;
    const auto tellThat = [&](const std::string& text) {
        remarks.push_back({grading::Severity::Info, "export", reading.study.uid.text(), text});
    };
    const bool isMarked = !grading::segmentationsOf(reading).empty();
    if (!reading.isSigned())
        tellThat("The reading is a draft, and what was exported says so.");
    if (!isMarked && !targets.segmentations.empty())
        tellThat("Nothing is marked, so there is no segmentation.");
    if (!isMarked && !targets.keyObjects.empty())
        tellThat("Nothing is marked, so there are no key images and no key object selection.");
    if (isMarked && !targets.report.empty() && targets.segmentations.empty())
        tellThat("The report refers to segmentations that weren't exported with it.");
    if (isMarked && targets.havePictures() && !hasImages)
        tellThat("The study's images weren't found, so the report has no pictures of them.");
    return remarks;
}

} // namespace

grading::Report reportForPeople(const grading::Reading& reading, const grading::SeriesCatalogue* images)
{
    const auto volumes = [&](const std::string& stackId) -> Result<grading::Volume> {
        const auto* stack = images->findStack(stackId);
        if (stack == nullptr)
            return grading::fail(grading::ErrorCode::NotFound, stackId, "its images aren't there");
        return grading::loadVolume(*stack);
    };
    const grading::SeriesCatalogue none;
    const bool hasImages = images != nullptr;
    return grading::report::make(reading, hasImages ? *images : none,
                                 hasImages ? grading::report::Volumes(volumes) : grading::report::Volumes(),
                                 {"Foragrade " FORAGRADE_VERSION, grading::now()});
}

Result<grading::Issues> exportReading(const grading::Reading& reading, const grading::SeriesCatalogue* images,
                                      const ExportTargets& targets, grading::FileSet::Existing existing,
                                      std::vector<grading::ObjectReference> predecessors)
{
    auto remarks = remarksOn(reading, targets, images != nullptr);
    const auto* study = images != nullptr ? images->findStudy(reading.study.uid) : nullptr;
    ExportInput input{grading::reportRequest(reading, study), images};
    input.request.predecessors = std::move(predecessors);
    grading::FileSet files(existing);
    if (const auto staged = stage(input, targets, files); !staged)
        return grading::fail(staged.error());
    if (const auto staged = stageReports(input, targets, files, remarks); !staged)
        return grading::fail(staged.error());
    if (const auto done = files.commit(); !done)
        return grading::fail(done.error());
    return remarks;
}

} // namespace foragrade
