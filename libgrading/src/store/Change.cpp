#include "Change.h"

#include "grading/reading/ReadingJson.h"

#include <nlohmann/json.hpp>

#include <tuple>
#include <utility>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

/// The members in which two objects differ, objects within objects likewise.
std::pair<Json, Json> difference(const Json& before, const Json& after)
{
    Json old = Json::object();
    Json now = Json::object();
    for (const auto& [key, value] : after.items()) {
        if (!before.contains(key)) {
            now[key] = value;
        } else if (before[key] != value) {
            const bool areObjects = before[key].is_object() && value.is_object();
            std::tie(old[key], now[key]) = areObjects ? difference(before[key], value) : std::pair(before[key], value);
        }
    }
    for (const auto& [key, value] : before.items()) {
        if (!after.contains(key))
            old[key] = value;
    }
    return {old, now};
}

/// Only those foramina that the other reading has differently: the rest needn't be written out.
Json asJson(const Reading& reading, const Reading* other)
{
    auto node = Json::parse(headerOf(reading));
    node["foramina"] = Json::object();
    for (const auto& [foramen, record] : reading.foramina) {
        const auto* same = other == nullptr ? nullptr : other->find(foramen);
        if (same == nullptr || *same != record)
            node["foramina"][foramen.key()] = Json::parse(toJson(record));
    }
    return node;
}

} // namespace

std::string headerOf(const Reading& reading)
{
    Reading header = reading;
    header.foramina.clear();
    return toJson(header);
}

std::string changeAsJson(const Reading* before, const Reading& after)
{
    auto [old, now] = before == nullptr ? std::pair(Json(nullptr), asJson(after, nullptr))
                                        : difference(asJson(*before, &after), asJson(after, before));
    const Json change = {{"before", std::move(old)}, {"after", std::move(now)}};
    return change.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string changeAsJson(const StudyImages* before, const StudyImages& after)
{
    const auto asNode = [](const StudyImages& images) {
        Json node{{"images", images.folder.string()}, {"digest", images.digest}};
        if (!images.peer.empty())
            node["peer"] = images.peer;
        return node;
    };
    const Json change = {{"before", before == nullptr ? Json(nullptr) : asNode(*before)}, {"after", asNode(after)}};
    return change.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string cleanText(const std::string& text)
{
    auto clean = Json::parse(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
    std::erase(clean, '\0');
    return clean;
}

} // namespace grading
