#include "grading/dicom/ImportReading.h"

#include <algorithm>

namespace grading {

namespace {

/// Segmentations by instance, each on its own stack.
using Objects = std::map<Uid, Segmentation>;

Result<Objects> readAll(const std::vector<std::filesystem::path>& files, const SeriesCatalogue& images)
{
    Objects objects;
    const auto stacks = images.stacks();
    if (stacks.empty() && !files.empty())
        return fail(ErrorCode::NotFound, files.front().string(), "there are no images to place it on",
                    "give the folder with the images");
    for (const auto& file : files) {
        auto object = readSegmentation(file, stacks);
        if (!object)
            return fail(object.error());
        auto uid = object->sopInstance;
        objects.emplace(std::move(uid), std::move(*object));
    }
    return objects;
}

/// The segments of one foramen on one stack, out of those the report names.
Segmentation segmentsOn(const Stack& stack, const Foramen& foramen, const StructuredReport& report,
                        const Objects& objects)
{
    Segmentation part;
    part.geometry = *stack.geometry;
    for (const auto& reported : report.segments) {
        const auto object = objects.find(reported.segmentation);
        if (reported.foramen != foramen || object == objects.end() || object->second.stackId != stack.id)
            continue;
        for (const auto& segment : object->second.segments) {
            if (segment.number == reported.number)
                part.segments.push_back(segment);
        }
    }
    for (auto& segment : part.segments)
        segment.foramen = foramen;
    return part;
}

Result<void> checkSegments(const StructuredReport& report, const Objects& objects, const std::string& file)
{
    for (const auto& reported : report.segments) {
        const auto object = objects.find(reported.segmentation);
        if (object == objects.end())
            return fail(ErrorCode::NotFound, file,
                        "the segmentation " + reported.segmentation.text() + " that it refers to isn't given",
                        "give the report together with its segmentations");
        const auto isMeant = [&](const Segment& segment) {
            return segment.number == reported.number && segment.trackingUid == reported.trackingUid;
        };
        if (std::ranges::none_of(object->second.segments, isMeant))
            return fail(ErrorCode::Mismatch, file, "'" + reported.trackingId + "' isn't the segment that it refers to",
                        "export the reading again");
    }
    return {};
}

} // namespace

Result<Reading> importReading(const std::filesystem::path& report, const std::vector<std::filesystem::path>& files,
                              const SeriesCatalogue& images)
{
    auto read = readStructuredReport(report);
    if (!read)
        return fail(read.error());
    const auto objects = readAll(files, images);
    if (!objects)
        return fail(objects.error());
    if (const auto checked = checkSegments(*read, *objects, report.string()); !checked)
        return fail(checked.error());
    for (auto& [foramen, record] : read->reading.foramina) {
        for (auto& marks : record.marks) {
            const auto* stack = images.findStack(marks.stackId);
            if (!stack || !stack->geometry)
                return fail(ErrorCode::NotFound, report.string(),
                            "the images of stack " + marks.stackId + " aren't given",
                            "give the folder with the images");
            marks.geometry = *stack->geometry;
            marks.frameOfReference = stack->frameOfReference;
            marks.labels = labelMapOf(segmentsOn(*stack, foramen, *read, *objects), foramen);
        }
    }
    return std::move(read->reading);
}

} // namespace grading
