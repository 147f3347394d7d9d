#include "Reasons.h"

#include <algorithm>

namespace grading::scoring {

namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string placeOf(AnatomicalDirection direction)
{
    constexpr std::array<const char*, 4> places{"above", "below", "in front", "behind"};
    return places[indexOf(direction)];
}

std::vector<std::string> placesWith(const FindingSet& findings, std::optional<SideState> state)
{
    std::vector<std::string> places;
    for (const auto direction : allDirections) {
        if (findings.side(direction) == state)
            places.push_back(placeOf(direction));
    }
    return places;
}

std::string patternInWords(const LostSides& lost)
{
    const bool isVertical = lost[indexOf(AnatomicalDirection::Superior)];
    switch (patternOf(lost)) {
    case LossPattern::None:
        return "no direction affected";
    case LossPattern::One:
        return "part of one direction";
    case LossPattern::TwoOpposing:
        return isVertical ? "the whole vertical direction" : "the whole transverse direction";
    case LossPattern::TwoAdjacent:
        return "part of both directions";
    case LossPattern::Three:
        return "one whole direction and part of the other";
    case LossPattern::Four:
        return "both directions";
    }
    return {};
}

} // namespace

LossPattern patternOf(const LostSides& lost)
{
    const auto count = std::count(lost.begin(), lost.end(), true);
    const bool isVerticalPair =
        lost[indexOf(AnatomicalDirection::Superior)] == lost[indexOf(AnatomicalDirection::Inferior)];
    switch (count) {
    case 0:
        return LossPattern::None;
    case 1:
        return LossPattern::One;
    case 2:
        return isVerticalPair ? LossPattern::TwoOpposing : LossPattern::TwoAdjacent;
    case 3:
        return LossPattern::Three;
    default:
        return LossPattern::Four;
    }
}

std::string sidesInWords(const FindingSet& findings)
{
    const auto lost = placesWith(findings, SideState::Lost);
    const auto kept = placesWith(findings, SideState::Preserved);
    const auto open = placesWith(findings, SideState::NotAssessable);
    const auto unset = placesWith(findings, std::nullopt);
    std::vector<std::string> parts;
    if (!lost.empty())
        parts.push_back("lost " + (lost.size() == 4 ? "on all four sides" : joined(lost)));
    if (!kept.empty())
        parts.push_back("kept " + (kept.size() == 4 ? "on all four sides" : joined(kept)));
    if (!open.empty())
        parts.push_back("not assessable " + (open.size() == 4 ? "on any side" : joined(open)));
    if (!unset.empty())
        parts.push_back("not recorded " + (unset.size() == 4 ? "on any side" : joined(unset)));
    std::string text = "fat";
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? " " : ", ") + parts[i];
    if (!open.empty() || !unset.empty())
        return text;
    LostSides pattern{};
    for (const auto direction : allDirections)
        pattern[indexOf(direction)] = findings.side(direction) == SideState::Lost;
    return text + ": " + patternInWords(pattern);
}

std::string rootInWords(const FindingSet& findings)
{
    if (!findings.root)
        return "root not recorded: normal and deformed admitted";
    switch (*findings.root) {
    case RootMorphology::Normal:
        return "root normal in shape";
    case RootMorphology::Deformed:
        return "root deformed";
    case RootMorphology::Collapsed:
        return "root collapsed";
    case RootMorphology::NotAssessable:
        return "root shape not assessable: normal and deformed admitted";
    }
    return {};
}

std::string signsInWords(const RootMeasurement& root)
{
    std::vector<std::string> words;
    for (const auto sign : root.signs) {
        switch (sign) {
        case RootMeasurement::Sign::Flattened:
            words.emplace_back("flattened");
            break;
        case RootMeasurement::Sign::Indented:
            words.emplace_back("indented");
            break;
        case RootMeasurement::Sign::Shrunken:
            words.emplace_back("smaller than its reference");
            break;
        case RootMeasurement::Sign::Swollen:
            words.emplace_back("larger than its reference");
            break;
        }
    }
    if (words.empty())
        return {};
    return "root " + joined(words) +
           (root.state == RootShapeState::Deformed ? ": deformed is suggested" : ": too few signs to suggest deformed");
}

} // namespace grading::scoring
