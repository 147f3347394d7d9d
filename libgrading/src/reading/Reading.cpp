#include "grading/reading/Reading.h"

#include <algorithm>

namespace grading {

const StackMarks* ForamenReading::marksOn(const std::string& stackId) const
{
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](const StackMarks& entry) { return entry.stackId == stackId; });
    return found == marks.end() ? nullptr : &*found;
}

const GradingScheme* Reading::gradingScheme() const
{
    if (ownScheme && ownScheme->id == scheme)
        return &*ownScheme;
    return findScheme(scheme);
}

void Reading::setScheme(const GradingScheme& chosen)
{
    scheme = chosen.id;
    ownScheme = findScheme(chosen.id) != nullptr ? std::nullopt : std::optional(chosen);
}

const ForamenReading* Reading::find(const Foramen& foramen) const
{
    const auto found = foramina.find(foramen);
    return found == foramina.end() ? nullptr : &found->second;
}

namespace {

/// Length of the well-formed UTF-8 sequence at the beginning, 0 when there is none (Unicode 15, table 3-7).
std::size_t utf8Length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto follows = [&](std::size_t i, unsigned lowest = 0x80, unsigned highest = 0xbf) {
        return byte(i) >= lowest && byte(i) <= highest;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return follows(1) ? 2 : 0;
    if (first >= 0xe0 && first <= 0xef) // neither overlong nor a surrogate
        return follows(1, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) && follows(2) ? 3 : 0;
    if (first >= 0xf0 && first <= 0xf4) // neither overlong nor beyond U+10FFFF
        return follows(1, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

} // namespace

bool isPersonName(std::string_view name)
{
    // PS3.5 table 6.2-1, PN: up to three component groups of at most 64 characters; `\` and control characters can't
    // stand in it.
    int groups = 1;
    int characters = 0;
    bool saysSomething = false;
    while (!name.empty()) {
        const char c = name.front();
        const auto length = utf8Length(name);
        if (length == 0 || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
        name.remove_prefix(length);
        const bool isSeparator = c == '=';
        groups += isSeparator ? 1 : 0;
        characters = isSeparator ? 0 : characters + 1;
        saysSomething = saysSomething || (c != ' ' && c != '^' && c != '=');
        if (characters > 64)
            return false;
    }
    return saysSomething && groups <= 3;
}

} // namespace grading
