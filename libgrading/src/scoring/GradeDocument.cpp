#include "grading/scoring/GradeDocument.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

/// Four decimals say more than any mark does; null for what isn't a number.
Json rounded(double value)
{
    if (!std::isfinite(value))
        return nullptr;
    const double result = std::round(value * 1e4) / 1e4;
    return result == 0 ? 0.0 : result;
}

template <class T>
Json orNull(const std::optional<T>& value)
{
    return value ? rounded(*value) : Json(nullptr);
}

Json toJson(const std::vector<std::string>& grades)
{
    Json list = Json::array();
    for (const auto& grade : grades) {
        const bool isNumber = !grade.empty() && grade.size() < 4 &&
                              std::all_of(grade.begin(), grade.end(), [](char c) { return c >= '0' && c <= '9'; });
        list.push_back(isNumber ? Json(std::stoi(grade)) : Json(grade));
    }
    return list;
}

Json toJson(const Issues& issues)
{
    Json list = Json::array();
    for (const auto& issue : issues) {
        Json entry{{"severity", name(issue.severity)}, {"code", issue.code}};
        if (!issue.where.empty())
            entry["where"] = issue.where;
        entry["text"] = issue.text;
        list.push_back(std::move(entry));
    }
    return list;
}

Json toJson(const FrameOfMeasurement& frame)
{
    return {{"source", name(frame.source)}, {"tiltDegrees", rounded(frame.tilt.value)}};
}

Json sidesToJson(const SliceMeasurements& slice)
{
    Json sides;
    for (const auto direction : allDirections) {
        const auto& side = slice.side(direction);
        sides[std::string(name(direction))] = {{"coverage", orNull(side.coverage)}, {"state", name(side.state)}};
    }
    return sides;
}

Json toJson(const std::optional<RootRatios>& ratios)
{
    if (!ratios)
        return nullptr;
    return {{"area", rounded(ratios->area)}, {"flattening", rounded(ratios->flattening)}};
}

Json toJson(const RootMeasurement& root)
{
    return {{"areaMm2", rounded(root.area.value)},
            {"pixels", root.pixels},
            {"equivalentDiameterMm", rounded(root.equivalentDiameter.value)},
            {"majorAxisMm", rounded(root.majorAxis.value)},
            {"minorAxisMm", rounded(root.minorAxis.value)},
            {"flattening", rounded(root.flattening)},
            {"solidity", rounded(root.solidity)},
            {"perimeterMm", rounded(root.perimeter.value)},
            {"toOtherSide", toJson(root.toOtherSide)},
            {"toNeighbours", toJson(root.toNeighbours)},
            {"state", name(root.state)}};
}

Json toJson(const std::optional<OutlineMeasurement>& outline)
{
    if (!outline)
        return nullptr;
    return {{"areaMm2", rounded(outline->area.value)},
            {"heightMm", rounded(outline->height.value)},
            {"upperWidthMm", rounded(outline->upperWidth.value)},
            {"midWidthMm", rounded(outline->midWidth.value)},
            {"fatShare", rounded(outline->fatShare)},
            {"axisRatio", rounded(outline->axisRatio)}};
}

Json volumesToJson(const Measurements& measurements)
{
    const auto& [root, fat, foramen] =
        std::tie(measurements.rootVolume, measurements.fatVolume, measurements.foramenVolume);
    const bool isOutlined = foramen.volume.value > 0;
    return {{"rootMm3", rounded(root.volume.value)},
            {"rootErrorMm3", rounded(root.error.value)},
            {"fatMm3", rounded(fat.volume.value)},
            {"fatErrorMm3", rounded(fat.error.value)},
            {"foramenMm3", isOutlined ? rounded(foramen.volume.value) : Json(nullptr)},
            {"foramenErrorMm3", isOutlined ? rounded(foramen.error.value) : Json(nullptr)},
            {"stenoticLengthRatio", orNull(measurements.stenoticLengthRatio)}};
}

Json toJson(const MeasurementParameters& parameters)
{
    Json set{{"schema", "foragrade/parameters/1"}, {"id", parameters.id}};
    for (const auto& threshold : thresholdsOf(parameters))
        set[threshold.name] = threshold.value;
    return set;
}

/// One's own scheme stands in it whole, so that the document says by what it was made.
Json toJson(const Suggestion& suggestion, const GradingScheme& scheme)
{
    Json json{{"scheme", suggestion.scheme},
              {"schemeVersion", suggestion.schemeVersion},
              {"parameters", suggestion.parameters},
              {"grades", toJson(suggestion.grades)},
              {"reasons", suggestion.reasons}};
    if (findScheme(scheme.id) == nullptr)
        json["definition"] = Json::parse(grading::toJson(scheme));
    return json;
}

std::string_view fatRecordName(Measurements::FatRecord record)
{
    switch (record) {
    case Measurements::FatRecord::Annotated:
        return "annotated";
    case Measurements::FatRecord::NoFatSeen:
        return "noFatSeen";
    case Measurements::FatRecord::NotAnnotated:
        return "notAnnotated";
    }
    return {};
}

Json slicesToJson(const Measurements& measurements)
{
    Json list = Json::array();
    for (const auto& slice : measurements.slices) {
        list.push_back({{"slice", slice.slice + 1},
                        {"sides", sidesToJson(slice)},
                        {"rootAreaMm2", rounded(slice.root.area.value)},
                        {"fatAreaMm2", rounded(slice.fat.area.value)},
                        {"rootState", name(slice.root.state)}});
    }
    return list;
}

} // namespace

Issues cautionsFor(const Foramen& foramen, const VolumeGeometry& geometry)
{
    constexpr double cosineOf15Degrees = 0.9659258;
    const bool isTrueSagittal = std::abs(dot(geometry.normal(), patient::left)) > cosineOf15Degrees;
    if (foramen.level.region() != Region::Cervical || !isTrueSagittal)
        return {};
    return {{Severity::Warning, "cervical-true-sagittal", foramen.key(),
             "True sagittal slices under-grade cervical foramina; 30° oblique sagittal ones are the reference."}};
}

std::string gradeDocument(const Foramen& foramen, const Measurements& measurements, const GradingScheme& scheme,
                          const Issues& issues)
{
    const SliceMeasurements& slice = measurements.graded();
    const Suggestion suggestion = suggest(measurements, scheme);
    const WorstSlice worst = worstSlice(measurements, scheme);
    Issues all = issues;
    all.insert(all.end(), measurements.issues.begin(), measurements.issues.end());
    all.insert(all.end(), slice.issues.begin(), slice.issues.end());
    const Json document{{"schema", "foragrade/grade/1"},
                        {"foramen", foramen.key()},
                        {"slice", slice.slice + 1},
                        {"frame", toJson(slice.frame)},
                        {"sides", sidesToJson(slice)},
                        {"root", toJson(slice.root)},
                        {"fat",
                         {{"areaMm2", rounded(slice.fat.area.value)},
                          {"coverage", orNull(slice.fat.coverage)},
                          {"record", fatRecordName(measurements.fatRecord)}}},
                        {"foramenOutline", toJson(slice.outline)},
                        {"volumes", volumesToJson(measurements)},
                        {"parameters", toJson(measurements.parameters)},
                        {"suggestion", toJson(suggestion, scheme)},
                        {"worst", {{"slice", worst.slice + 1}, {"grades", toJson(worst.suggestion.grades)}}},
                        {"slices", slicesToJson(measurements)},
                        {"issues", toJson(all)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace grading
