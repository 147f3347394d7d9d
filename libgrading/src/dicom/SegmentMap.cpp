#include "grading/dicom/SegmentMap.h"

#include "SegmentNames.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* schema = "foragrade/segment-map/1";

tl::unexpected<Error> badField(std::size_t index, const std::string& what)
{
    return fail(ErrorCode::Unreadable, "segments[" + std::to_string(index + 1) + "]", what,
                "correct the map; `show --map FILE` prints one to fill in");
}

std::optional<Structure> structureFrom(const Json& value)
{
    for (const auto structure : allStructures) {
        if (value.is_string() && value.get<std::string>() == key(structure))
            return structure;
    }
    return std::nullopt;
}

Result<SegmentMap::Entry> entryFrom(const Json& value, std::size_t index)
{
    SegmentMap::Entry entry;
    if (!value.is_object())
        return badField(index, "must be an object");
    const auto number = value.find("number");
    const auto label = value.find("label");
    if (number != value.end()) {
        if (!number->is_number_integer() || number->get<std::int64_t>() < 1 || number->get<std::int64_t>() > 1'000'000)
            return badField(index, "number must be a whole number from 1");
        entry.number = number->get<int>();
    }
    if (label != value.end() && label->is_string())
        entry.label = label->get<std::string>();
    if (!entry.number && entry.label.empty())
        return badField(index, "needs the number or the label of a segment");
    const auto foramen = value.find("foramen");
    if (foramen == value.end())
        return badField(index, "needs a foramen, such as \"L4-L5:R\", or null to leave the segment out");
    if (foramen->is_null())
        return entry;
    entry.foramen = foramen->is_string() ? Foramen::parse(foramen->get<std::string>()) : std::nullopt;
    if (!entry.foramen)
        return badField(index, "foramen must be one such as \"L4-L5:R\", or null, not " + foramen->dump());
    const auto structure = value.find("structure");
    const auto known = structure == value.end() ? std::nullopt : structureFrom(*structure);
    if (!known)
        return badField(index, "structure must be nerveRoot, perineuralFat or foramenOutline");
    entry.structure = *known;
    return entry;
}

Structure structureOf(SegmentContent content)
{
    if (content == SegmentContent::Fat)
        return Structure::PerineuralFat;
    return content == SegmentContent::NerveRoot ? Structure::NerveRoot : Structure::ForamenOutline;
}

} // namespace

bool SegmentMap::Entry::means(const Segment& segment) const
{
    return number ? *number == segment.number : label == segment.label;
}

Result<SegmentMap> segmentMapFromJson(const std::string& json)
{
    const auto document = Json::parse(json, nullptr, false);
    const auto unreadable = [](const std::string& what) {
        return fail(ErrorCode::Unreadable, {}, what, "`show --map FILE` prints a map to fill in");
    };
    if (document.is_discarded() || !document.is_object())
        return unreadable("isn't a JSON object");
    if (document.value("schema", Json(schema)) != schema)
        return unreadable(std::string("isn't a ") + schema);
    const auto segments = document.find("segments");
    if (segments == document.end() || !segments->is_array())
        return unreadable("has no list of segments");
    SegmentMap map;
    for (std::size_t i = 0; i < segments->size(); ++i) {
        auto entry = entryFrom((*segments)[i], i);
        if (!entry)
            return fail(entry.error());
        map.entries.push_back(std::move(*entry));
    }
    return map;
}

SegmentMap mapSaidBy(const Segmentation& segmentation)
{
    SegmentMap map;
    for (const auto& segment : segmentation.segments) {
        SegmentMap::Entry entry{segment.number, segment.label, {}, Structure::NerveRoot};
        const auto content = contentSaid(segment);
        if (content) {
            entry.foramen = foramenSaid(segment);
            entry.structure = structureOf(*content);
        }
        map.entries.push_back(std::move(entry));
    }
    return map;
}

std::string toJson(const SegmentMap& map)
{
    Json document{{"schema", schema}, {"segments", Json::array()}};
    for (const auto& entry : map.entries) {
        Json item;
        if (entry.number)
            item["number"] = *entry.number;
        item["label"] = entry.label;
        item["foramen"] = entry.foramen ? Json(entry.foramen->key()) : Json();
        item["structure"] = std::string(key(entry.structure));
        document["segments"].push_back(std::move(item));
    }
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace grading
