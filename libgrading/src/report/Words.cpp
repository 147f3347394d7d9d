#include "Words.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading::report {

namespace {

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts{""};
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts, const std::string& separator)
{
    std::string text;
    for (const auto& part : parts) {
        if (!part.empty())
            text += (text.empty() ? "" : separator) + part;
    }
    return text;
}

std::string words(RootMeasurement::Sign sign)
{
    switch (sign) {
    case RootMeasurement::Sign::Flattened:
        return "flattened";
    case RootMeasurement::Sign::Indented:
        return "indented";
    case RootMeasurement::Sign::Shrunken:
        return "small";
    case RootMeasurement::Sign::Swollen:
        return "large";
    }
    return {};
}

} // namespace

std::string words(SideState state)
{
    switch (state) {
    case SideState::Preserved:
        return "kept";
    case SideState::Lost:
        return "lost";
    case SideState::NotAssessable:
        return "n/a";
    }
    return {};
}

std::string words(SideCoverageState state)
{
    switch (state) {
    case SideCoverageState::Preserved:
        return "kept";
    case SideCoverageState::Equivocal:
        return "equivocal";
    case SideCoverageState::Lost:
        return "lost";
    case SideCoverageState::NotAssessable:
        return "n/a";
    }
    return {};
}

std::string words(RootMorphology morphology)
{
    switch (morphology) {
    case RootMorphology::Normal:
        return "normal";
    case RootMorphology::Deformed:
        return "deformed";
    case RootMorphology::Collapsed:
        return "collapsed";
    case RootMorphology::NotAssessable:
        return "not assessable";
    }
    return {};
}

std::string words(const RootMeasurement& root)
{
    if (root.state == RootShapeState::NotAssessable)
        return "not assessable";
    std::vector<std::string> signs;
    for (const auto sign : root.signs)
        signs.push_back(words(sign));
    const std::string state = root.state == RootShapeState::Deformed ? "deformed" : "normal";
    return signs.empty() ? state : fmt::format("{} ({})", state, joined(signs, ", "));
}

std::string words(const FrameOfMeasurement& frame)
{
    switch (frame.source) {
    case FrameOfMeasurement::Source::PedicleLine:
        return fmt::format("line between the pedicles, {:.0f}° from the patient's axis", frame.tilt.value);
    case FrameOfMeasurement::Source::ForamenAxis:
        return fmt::format("axis of the foramen, {:.0f}° from the patient's axis", frame.tilt.value);
    case FrameOfMeasurement::Source::PatientAxis:
        return "the patient's head-foot axis";
    }
    return {};
}

std::string words(Measurements::FatRecord record)
{
    switch (record) {
    case Measurements::FatRecord::Annotated:
        return "marked";
    case Measurements::FatRecord::NoFatSeen:
        return "looked for, none seen";
    case Measurements::FatRecord::NotAnnotated:
        return "not marked";
    }
    return {};
}

std::string words(const SpineNumbering& numbering)
{
    std::vector<std::string> parts{
        fmt::format("{} thoracic and {} lumbar vertebrae", numbering.thoracic, numbering.lumbar)};
    if (numbering.transition == SpineNumbering::Transition::LumbarisedS1)
        parts.emplace_back("S1 lumbarised");
    if (numbering.transition == SpineNumbering::Transition::SacralisedL5)
        parts.emplace_back("L5 sacralised");
    constexpr std::array<const char*, 5> castellvi{"", "Castellvi I", "Castellvi II", "Castellvi III", "Castellvi IV"};
    parts.emplace_back(castellvi.at(static_cast<std::size_t>(numbering.castellvi)));
    constexpr std::array<const char*, 6> from{"",
                                              "counted from C2",
                                              "counted from the T12 ribs",
                                              "counted from the iliolumbar ligament",
                                              "counted from the sacrum",
                                              "counted on the localizer"};
    parts.emplace_back(from.at(static_cast<std::size_t>(numbering.countedFrom)));
    if (!numbering.isCertain)
        parts.emplace_back("numbering uncertain");
    return joined(parts, "; ");
}

std::string listed(const std::vector<std::string>& items, const std::string& last)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            text += i + 1 == items.size() ? " " + last + " " : ", ";
        text += items[i];
    }
    return text;
}

std::string personName(const std::string& dicomName)
{
    const auto groups = split(dicomName, '=');
    auto parts = split(groups[0], '^');
    parts.resize(5);
    const std::string given = joined({parts[3], parts[1], parts[2]}, " ");
    const std::string alphabetic = joined({parts[0], given, parts[4]}, ", ");
    const std::string ideographic = groups.size() > 1 ? joined(split(groups[1], '^'), " ") : std::string{};
    if (alphabetic.empty() || ideographic.empty())
        return alphabetic + ideographic;
    return alphabetic + " (" + ideographic + ")";
}

std::string dateWords(const std::string& dicomDate)
{
    const bool isDate = dicomDate.size() == 8 &&
                        std::all_of(dicomDate.begin(), dicomDate.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isDate)
        return dicomDate;
    return dicomDate.substr(0, 4) + "-" + dicomDate.substr(4, 2) + "-" + dicomDate.substr(6, 2);
}

std::string timeWords(Timestamp time)
{
    const std::string iso = toIso8601(time);
    return iso.substr(0, 10) + " " + iso.substr(11, 5) + " UTC";
}

} // namespace grading::report
