#include "grading/anatomy/Foramen.h"

#include <cctype>

namespace grading {

namespace {

/// Neighbours in at least one spine that occurs: the last thoracic is T11–T13, the last lumbar L4–L6.
bool canBeNeighbours(const Vertebra& upper, const Vertebra& lower)
{
    if (upper.region == lower.region)
        return upper.region != Region::Sacral && lower.number == upper.number + 1;
    if (lower.number != 1)
        return false;
    switch (upper.region) {
    case Region::Cervical:
        return lower.region == Region::Thoracic && upper.number == 7;
    case Region::Thoracic:
        return lower.region == Region::Lumbar && upper.number >= 11;
    case Region::Lumbar:
        return lower.region == Region::Sacral && upper.number >= 4;
    case Region::Sacral:
        return lower.region == Region::Coccygeal && upper.number == 5;
    case Region::Coccygeal:
        return false;
    }
    return false;
}

} // namespace

std::string_view name(Side side)
{
    return side == Side::Left ? "left" : "right";
}

char letter(Side side)
{
    return side == Side::Left ? 'L' : 'R';
}

std::string Level::name() const
{
    return upper == lower ? upper.name() : upper.name() + "-" + lower.name();
}

Region Level::region() const
{
    return upper.region;
}

std::optional<Level> Level::parse(std::string_view name)
{
    const auto dash = name.find('-');
    if (dash == std::string_view::npos) {
        const auto vertebra = Vertebra::parse(name);
        if (!vertebra || vertebra->region != Region::Sacral || vertebra->number > 4)
            return std::nullopt;
        return Level{*vertebra, *vertebra};
    }
    const auto upper = Vertebra::parse(name.substr(0, dash));
    const auto lower = Vertebra::parse(name.substr(dash + 1));
    if (!upper || !lower || !canBeNeighbours(*upper, *lower))
        return std::nullopt;
    if (*upper == Vertebra{Region::Cervical, 1})
        return std::nullopt;
    return Level{*upper, *lower};
}

std::string Foramen::key() const
{
    return level.name() + ":" + letter(side);
}

std::string Foramen::title() const
{
    return level.name() + " " + std::string(name(side));
}

std::string Foramen::trackingIdentifier() const
{
    return level.name() + " " + letter(side) + " neural foramen";
}

std::string Foramen::nerveRoot() const
{
    if (level.upper.region == Region::Cervical)
        return "C" + std::to_string(level.upper.number + 1);
    if (level.lower.region == Region::Coccygeal)
        return "S5";
    return level.upper.name();
}

std::optional<Foramen> Foramen::parse(std::string_view key)
{
    const auto separator = key.find_last_of(": ");
    if (separator == std::string_view::npos || separator + 2 != key.size())
        return std::nullopt;
    const auto level = Level::parse(key.substr(0, separator));
    if (!level)
        return std::nullopt;
    switch (std::toupper(static_cast<unsigned char>(key.back()))) {
    case 'R':
        return Foramen{*level, Side::Right};
    case 'L':
        return Foramen{*level, Side::Left};
    default:
        return std::nullopt;
    }
}

} // namespace grading
