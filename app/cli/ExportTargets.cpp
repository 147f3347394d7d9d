#include "ExportTargets.h"

#include "grading/base/Files.h"
#include "grading/reading/ReadingJson.h"

namespace foragrade {

namespace {

using grading::Result;
using std::filesystem::path;

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
    return {};
}

} // namespace

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
    return targets.segmentations.empty() ? Result<void>() : stageSegmentations(input, targets.segmentations, files);
}

} // namespace foragrade
