#include "grading/reading/ReadingJson.h"

#include "grading/reading/Words.h"

#include <nlohmann/json.hpp>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json orNull(const std::optional<T>& value)
{
    return value ? Json(std::string(name(*value))) : Json(nullptr);
}

template <class Choices>
Json namesOf(const Choices& choices)
{
    Json list = Json::array();
    for (const auto choice : choices)
        list.push_back(std::string(name(choice)));
    return list;
}

Json toNode(PatientPoint p)
{
    return Json::array({p.x, p.y, p.z});
}

Json toNode(const VolumeGeometry& grid)
{
    const auto row = grid.rowDirection();
    const auto column = grid.columnDirection();
    return {{"columns", grid.columns()},
            {"rows", grid.rows()},
            {"slices", grid.slices()},
            {"spacingMm", {grid.rowSpacing().value, grid.columnSpacing().value, grid.sliceSpacing().value}},
            {"orientation", {row.x, row.y, row.z, column.x, column.y, column.z}},
            {"origin", toNode(grid.origin())}};
}

Json toNode(const StackMarks& marks)
{
    Json line = nullptr;
    if (marks.pedicleLine)
        line = Json::array({toNode(marks.pedicleLine->first), toNode(marks.pedicleLine->second)});
    return {{"stack", marks.stackId},
            {"frameOfReference", marks.frameOfReference.text()},
            {"grid", toNode(marks.geometry)},
            {"slice", marks.gradedSlice ? Json(*marks.gradedSlice + 1) : Json(nullptr)},
            {"pedicleLine", line},
            {"algorithm", marks.algorithm},
            {"labels", marks.labels.toText()}};
}

Json otherMarks(const ForamenReading& record)
{
    Json list = Json::array();
    for (std::size_t i = 1; i < record.marks.size(); ++i)
        list.push_back(toNode(record.marks[i]));
    return list;
}

Json toNode(const ForamenReading& record)
{
    Json sides = Json::object();
    for (const auto direction : allDirections)
        sides[std::string(name(direction))] = orNull(record.findings.side(direction));
    return {{"grade", record.grade ? Json(record.grade->digit()) : Json(nullptr)},
            {"sides", sides},
            {"root", orNull(record.findings.root)},
            {"notes", record.findings.notes},
            {"contact", orNull(record.contact)},
            {"noFatSeen", record.noFatSeen},
            {"notGradable", record.notGradable ? Json(*record.notGradable) : Json(nullptr)},
            {"confidence", orNull(record.confidence)},
            {"findings", namesOf(record.contributory)},
            {"meyerding", record.meyerding ? Json(*record.meyerding) : Json(nullptr)},
            {"etiology", namesOf(record.etiology)},
            {"imageQuality", record.imageQuality},
            {"disagreementReason", record.disagreementReason},
            {"decisionReason", record.decisionReason},
            {"comment", record.comment},
            {"timeSpentMs", record.timeSpent.count()},
            {"marks", record.gradedMarks() != nullptr ? toNode(*record.gradedMarks()) : Json(nullptr)},
            {"otherMarks", otherMarks(record)}};
}

Json toNode(const SpineNumbering& numbering)
{
    return {{"thoracic", numbering.thoracic},
            {"lumbar", numbering.lumbar},
            {"transition", std::string(name(numbering.transition))},
            {"castellvi", std::string(name(numbering.castellvi))},
            {"countedFrom", std::string(name(numbering.countedFrom))},
            {"certain", numbering.isCertain}};
}

Json foraminaOf(const Reading& reading)
{
    Json list = Json::array();
    for (const auto& [foramen, record] : reading.foramina) {
        Json entry = Json::object({{"foramen", foramen.key()}});
        entry.update(toNode(record));
        list.push_back(std::move(entry));
    }
    return list;
}

Json toNode(const LevelPlace& place)
{
    return {{"level", place.level.name()},
            {"point", toNode(place.point)},
            {"frameOfReference", place.frameOfReference.text()}};
}

Json toNode(const Reading& reading)
{
    Json series = Json::array();
    for (const auto& uid : reading.seriesUsed)
        series.push_back(uid.text());
    Json places = Json::array();
    for (const auto& place : reading.levelPlaces)
        places.push_back(toNode(place));
    return {{"schema", "foragrade/reading/1"},
            {"id", reading.id.text()},
            {"status", std::string(name(reading.status))},
            {"revision", reading.revision},
            {"created", toIso8601(reading.created)},
            {"signedAt", reading.signedAt ? Json(toIso8601(*reading.signedAt)) : Json(nullptr)},
            {"study", reading.study.uid.text()},
            {"studyDate", reading.study.date},
            {"studyDescription", reading.study.description},
            {"bodyPart", reading.study.bodyPart},
            {"patient", {{"name", reading.study.patientName}, {"id", reading.study.patientId}}},
            {"reader", reading.reader.name},
            {"organization", reading.reader.organization},
            {"role", std::string(name(reading.reader.role))},
            {"scheme", reading.ownScheme ? Json::parse(toJson(*reading.ownScheme)) : Json(reading.scheme)},
            {"numbering", toNode(reading.numbering)},
            {"levelPlaces", places},
            {"indication", {{"symptoms", reading.symptoms}, {"text", reading.indication}}},
            {"seriesUsed", series},
            {"foramina", foraminaOf(reading)}};
}

/// Bytes that aren't UTF-8, which a file may have brought in, become U+FFFD.
std::string written(const Json& node)
{
    return node.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string toJson(const Reading& reading)
{
    return written(toNode(reading)) + "\n";
}

std::string toJson(const ForamenReading& foramen)
{
    return toNode(foramen).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace grading
