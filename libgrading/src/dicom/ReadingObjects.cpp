#include "ReadingObjects.h"

#include "grading/dicom/StructuredReport.h"
#include "grading/reading/ReadingJson.h"

#include <algorithm>

namespace grading {

namespace {

/// Names the state of a reading: a signed revision never changes, a draft is what it holds.
std::string stateName(const Reading& reading)
{
    const auto revision = reading.id.text() + "|" + std::to_string(reading.revision);
    return reading.isSigned() ? revision + "|signed" : revision + "|draft|" + toJson(reading);
}

Uid reportUid(const std::string& state)
{
    return Uid::fromName(state + "|report");
}

Segmentation emptySegmentation(const Reading& reading, const StackMarks& marks, int ordinal)
{
    const auto state = stateName(reading) + "|segmentation|" + marks.stackId;
    Segmentation object;
    object.sopInstance = Uid::fromName(state);
    object.series = Uid::fromName(state + "|series");
    object.seriesNumber = 910 + ordinal;
    object.instanceNumber = reading.revision;
    object.study = reading.study.uid;
    object.frameOfReference = marks.frameOfReference;
    object.sourceSeries = Uid(marks.stackId.substr(0, marks.stackId.find('#')));
    object.stackId = marks.stackId;
    object.creator = reading.reader.name;
    object.created = reading.signedAt.value_or(reading.created);
    object.geometry = marks.geometry;
    return object;
}

} // namespace

std::string_view comprehensive3dSr()
{
    return "1.2.840.10008.5.1.4.1.1.88.34";
}

std::vector<Segmentation> segmentationsOf(const Reading& reading)
{
    std::vector<Segmentation> objects;
    for (const auto& [foramen, record] : reading.foramina) {
        int ordinal = 0;
        for (const auto& marks : record.marks) {
            ++ordinal;
            if (marks.labels.isEmpty())
                continue;
            auto object = std::ranges::find(objects, marks.stackId, &Segmentation::stackId);
            if (object == objects.end()) {
                objects.push_back(emptySegmentation(reading, marks, static_cast<int>(objects.size()) + 1));
                object = objects.end() - 1;
            }
            const int first = static_cast<int>(object->segments.size()) + 1;
            for (auto& segment : segmentsOf(foramen, marks.labels, reading.id.text(), ordinal, first)) {
                segment.algorithm = marks.algorithm;
                object->segments.push_back(std::move(segment));
            }
        }
    }
    return objects;
}

ObjectReference reportOf(const Reading& reading)
{
    return {std::string(comprehensive3dSr()), reading.study.uid, Uid::fromName(reading.id.text() + "|report series"),
            reportUid(stateName(reading))};
}

ReportRequest reportRequest(const Reading& reading, const Study* images)
{
    ReportRequest request{reading, images, segmentationsOf(reading), {}, {}};
    for (const auto& [foramen, record] : reading.foramina)
        request.assessments.emplace(foramen, assess(reading, foramen));
    return request;
}

std::optional<ObjectReference> revisedReport(const Reading& reading)
{
    if (reading.revision < 2)
        return std::nullopt;
    auto report = reportOf(reading);
    report.sopInstance = reportUid(reading.id.text() + "|" + std::to_string(reading.revision - 1) + "|signed");
    return report;
}

} // namespace grading
