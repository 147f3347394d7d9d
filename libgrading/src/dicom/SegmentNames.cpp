#include "SegmentNames.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>
#include <sstream>
#include <utility>
#include <vector>

namespace grading {

namespace {

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// "L4-L5", "l4/5", "L5_S1", "C7 T1".
std::optional<Level> levelIn(const std::string& text)
{
    static const std::regex pattern("(^|[^a-z0-9])([ctls])([0-9]{1,2})[-/_ ]?([ctls])?([0-9]{1,2})($|[^0-9])");
    std::smatch found;
    if (!std::regex_search(text, found, pattern))
        return std::nullopt;
    const auto second = found[4].matched ? found[4].str() : found[2].str();
    return Level::parse(found[2].str() + found[3].str() + "-" + second + found[5].str());
}

std::optional<Side> sideIn(const std::string& text)
{
    std::string spaced = text;
    std::ranges::replace_if(
        spaced, [](unsigned char c) { return !std::isalnum(c); }, ' ');
    std::istringstream words(spaced);
    bool isRight = false;
    bool isLeft = false;
    for (std::string word; words >> word;) {
        isRight |= word == "right" || word == "r" || word == "rt";
        isLeft |= word == "left" || word == "l" || word == "lt";
    }
    if (isRight == isLeft)
        return std::nullopt;
    return isRight ? Side::Right : Side::Left;
}

} // namespace

std::optional<SegmentContent> contentSaid(const Segment& segment)
{
    if (segment.content)
        return segment.content;
    const auto label = lowerCase(segment.label);
    const auto says = [&](const char* word) { return label.find(word) != std::string::npos; };
    const bool isRoot = says("root") || says("ganglion") || says("drg");
    const bool isFat = says("fat");
    if (isRoot != isFat)
        return isRoot ? SegmentContent::NerveRoot : SegmentContent::Fat;
    if (!isRoot && (says("foramen") || says("foramin")))
        return SegmentContent::Foramen;
    return std::nullopt;
}

std::optional<Foramen> foramenSaid(const Segment& segment)
{
    if (segment.foramen)
        return segment.foramen;
    const auto label = lowerCase(segment.label);
    const auto level = levelIn(label);
    const auto side = sideIn(label);
    return level && side ? std::optional(Foramen{*level, *side}) : std::nullopt;
}

Issues joinedSegments(const Segmentation& marks, const std::string& file, const std::optional<Foramen>& only)
{
    std::map<std::pair<Foramen, SegmentContent>, std::vector<const Segment*>> byPlace;
    for (const auto& segment : marks.segments) {
        if (segment.foramen && segment.content && (!only || segment.foramen == only))
            byPlace[{*segment.foramen, *segment.content}].push_back(&segment);
    }
    Issues issues;
    for (const auto& [place, segments] : byPlace) {
        if (segments.size() < 2)
            continue;
        std::string names;
        for (const auto* segment : segments) {
            const bool isLast = segment == segments.back();
            names += names.empty() ? "" : isLast ? " and " : ", ";
            names += std::to_string(segment->number) + " ('" + segment->label + "')";
        }
        const auto [foramen, content] = place;
        const std::string what = content == SegmentContent::NerveRoot ? "the nerve root"
                                 : content == SegmentContent::Fat     ? "the perineural fat"
                                                                      : "an outline";
        issues.push_back({Severity::Warning, "segments-joined", file,
                          "Segments " + names + " all mark " + what + " of " + foramen.title() +
                              "; they are joined into one. Leave out in a map what doesn't belong to it."});
    }
    return issues;
}

} // namespace grading
