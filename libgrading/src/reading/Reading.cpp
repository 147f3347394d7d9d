#include "grading/reading/Reading.h"

#include <algorithm>

namespace grading {

const StackMarks* ForamenReading::marksOn(const std::string& stackId) const
{
    const auto found =
        std::find_if(marks.begin(), marks.end(), [&](const StackMarks& entry) { return entry.stackId == stackId; });
    return found == marks.end() ? nullptr : &*found;
}

const ForamenReading* Reading::find(const Foramen& foramen) const
{
    const auto found = foramina.find(foramen);
    return found == foramina.end() ? nullptr : &found->second;
}

bool isPersonName(std::string_view name)
{
    // PS3.5 table 6.2-1, PN: up to three component groups of at most 64 characters; `\` and control characters can't
    // stand in it.
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
    int groups = 1;
    int length = 0;
    bool saysSomething = false;
    for (const char c : name) {
        if (c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
        if (c == '=') {
            ++groups;
            length = 0;
            continue;
        }
        if (!isContinuation(c))
            ++length;
        saysSomething = saysSomething || (c != ' ' && c != '^');
        if (length > 64)
            return false;
    }
    return saysSomething && groups <= 3;
}

} // namespace grading
