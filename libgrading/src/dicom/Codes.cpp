#include "Codes.h"

#include <array>

namespace grading {

namespace {

struct LevelCode {
    std::string_view level;
    std::string_view value;
};

/// CID 1003, "Level of X intervertebral disc".
constexpr std::array<LevelCode, 23> levelCodes{{
    {"C2-C3", "243902007"},   {"C3-C4", "243903002"},  {"C4-C5", "243904008"},  {"C5-C6", "243905009"},
    {"C6-C7", "243906005"},   {"C7-T1", "243925008"},  {"T1-T2", "243908006"},  {"T2-T3", "243909003"},
    {"T3-T4", "243910008"},   {"T4-T5", "243911007"},  {"T5-T6", "243912000"},  {"T6-T7", "243913005"},
    {"T7-T8", "243914004"},   {"T8-T9", "243915003"},  {"T9-T10", "243916002"}, {"T10-T11", "243917006"},
    {"T11-T12", "243918001"}, {"T12-L1", "243926009"}, {"L1-L2", "243920003"},  {"L2-L3", "243921004"},
    {"L3-L4", "243922006"},   {"L4-L5", "243923001"},  {"L5-S1", "243927000"},
}};

constexpr std::string_view privateLevelPrefix = "FL-";

} // namespace

const Code& codeOf(Side side)
{
    return side == Side::Right ? codes::right : codes::left;
}

Code codeOf(const Level& level)
{
    const std::string name = level.name();
    for (const auto& known : levelCodes) {
        if (known.level == name) {
            return {std::string(known.value), "SCT",
                    "Level of " + level.upper.name() + "/" + level.lower.name() + " intervertebral disc"};
        }
    }
    return {std::string(privateLevelPrefix) + name, std::string(privateScheme), "Level of " + name};
}

std::optional<Level> levelFrom(const Code& code)
{
    if (code.scheme == privateScheme && code.value.starts_with(privateLevelPrefix))
        return Level::parse(code.value.substr(privateLevelPrefix.size()));
    for (const auto& known : levelCodes) {
        if (code.scheme == "SCT" && known.value == code.value)
            return Level::parse(known.level);
    }
    return std::nullopt;
}

} // namespace grading
