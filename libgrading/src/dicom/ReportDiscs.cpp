#include "ReportConcepts.h"
#include "ReportReading.h"
#include "ReportTree.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <locale>
#include <map>
#include <sstream>

namespace grading {

namespace {

using enum Relationship;

bool fitsSinglePrecision(const PatientPoint& point)
{
    return std::ranges::all_of(std::array{point.x, point.y, point.z},
                               [](double value) { return static_cast<double>(static_cast<float>(value)) == value; });
}

std::optional<PatientPoint> pointFrom(const std::string& text)
{
    std::istringstream stream(text);
    stream.imbue(std::locale::classic());
    PatientPoint point;
    stream >> point.x >> point.y >> point.z;
    return stream.fail() ? std::nullopt : std::optional(point);
}

} // namespace

std::vector<ContentItem> discGroups(const Reading& reading)
{
    std::vector<ContentItem> groups;
    std::map<Level, int> seen;
    for (const auto& place : reading.levelPlaces) {
        const int ordinal = ++seen[place.level]; // of its frames of reference
        const auto trackingId = place.level.name() + " disc" + (ordinal > 1 ? " " + std::to_string(ordinal) : "");
        auto group = groupStart(reading, "1501", trackingId, codes::disc);
        group.add(content::code(HasConceptModifier, codes::findingSite, codeOf(place.level)));
        const bool hasFrame = place.frameOfReference.isValid();
        if (hasFrame)
            group.add(content::point(codes::center, place.point, place.frameOfReference));
        if (!hasFrame || !fitsSinglePrecision(place.point))
            group.add(content::text(Contains, codes::exactPoint, pointText(place.point)));
        groups.push_back(std::move(group));
    }
    return groups;
}

bool isDiscGroup(const ContentItem& group)
{
    return group.codeOf(codes::finding).isSame(codes::disc);
}

std::optional<LevelPlace> discOf(const ContentItem& group)
{
    const auto level = levelFrom(group.codeOf(codes::findingSite));
    if (!level)
        return std::nullopt;
    const auto* center = group.find(codes::center);
    auto point = pointFrom(group.textOf(codes::exactPoint));
    if (!point && center && center->coordinates.isPoint()) {
        const auto& values = center->coordinates.values;
        point = PatientPoint{values[0], values[1], values[2]};
    }
    if (!point)
        return std::nullopt;
    return LevelPlace{*level, *point, center ? center->coordinates.frameOfReference : Uid()};
}

} // namespace grading
