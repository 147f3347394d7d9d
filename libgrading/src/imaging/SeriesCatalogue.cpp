#include "grading/imaging/SeriesCatalogue.h"

#include <algorithm>

namespace grading {

const StackFrame* Stack::imageAt(int slice) const
{
    const auto missing = std::ranges::lower_bound(missingSlices, slice);
    if (missing != missingSlices.end() && *missing == slice)
        return nullptr;
    const auto index = slice - (missing - missingSlices.begin());
    return index < 0 || index >= std::ssize(frames) ? nullptr : &frames[static_cast<std::size_t>(index)];
}

const Study* SeriesCatalogue::findStudy(const Uid& uid) const
{
    for (const auto& study : studies) {
        if (study.uid == uid)
            return &study;
    }
    return nullptr;
}

const Stack* SeriesCatalogue::findStack(const std::string& id) const
{
    for (const auto* stack : stacks()) {
        if (stack->id == id)
            return stack;
    }
    return nullptr;
}

std::vector<const Stack*> SeriesCatalogue::stacks() const
{
    std::vector<const Stack*> all;
    for (const auto& study : studies) {
        for (const auto& series : study.series) {
            for (const auto& stack : series.stacks)
                all.push_back(&stack);
        }
    }
    return all;
}

} // namespace grading
