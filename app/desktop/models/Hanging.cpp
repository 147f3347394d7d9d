#include "models/Hanging.h"

#include <algorithm>
#include <functional>

namespace foragrade {
namespace {

using grading::ImagePlane;
using grading::Stack;
using grading::Weighting;

using Wanted = std::function<bool(const Stack&)>;

const Stack* best(const std::vector<const Stack*>& stacks, const std::vector<const Stack*>& taken, const Wanted& wanted)
{
    const Stack* found = nullptr;
    for (const Stack* stack : stacks) {
        const bool isFree = std::find(taken.begin(), taken.end(), stack) == taken.end();
        if (isFree && wanted(*stack) && (found == nullptr || stack->slices() > found->slices()))
            found = stack;
    }
    return found;
}

Wanted of(ImagePlane plane, std::vector<Weighting> weightings)
{
    return [plane, weightings = std::move(weightings)](const Stack& stack) {
        const auto& role = stack.role;
        return !role.isLocalizer && role.plane == plane &&
               (weightings.empty() ||
                std::find(weightings.begin(), weightings.end(), role.weighting) != weightings.end());
    };
}

const Stack* firstOf(const std::vector<const Stack*>& stacks, const std::vector<const Stack*>& taken,
                     const std::vector<Wanted>& choices)
{
    for (const auto& wanted : choices) {
        if (const Stack* found = best(stacks, taken, wanted))
            return found;
    }
    return nullptr;
}

} // namespace

std::vector<std::string> hang(const grading::Study& study)
{
    std::vector<const Stack*> stacks;
    for (const auto& series : study.series)
        for (const auto& stack : series.stacks)
            stacks.push_back(&stack);

    const std::vector<Wanted> sagittalT1{of(ImagePlane::Sagittal, {Weighting::T1})};
    const std::vector<Wanted> sagittalT2{of(ImagePlane::Sagittal, {Weighting::T2}),
                                         of(ImagePlane::Sagittal, {Weighting::T2FatSaturated, Weighting::Stir}),
                                         of(ImagePlane::Sagittal, {})};
    const std::vector<Wanted> axial{of(ImagePlane::Axial, {Weighting::T2}), of(ImagePlane::Axial, {})};

    std::vector<const Stack*> hung;
    for (const auto& choices : {sagittalT1, sagittalT2, axial}) {
        if (const Stack* found = firstOf(stacks, hung, choices))
            hung.push_back(found);
    }
    if (hung.empty()) {
        const std::vector<Wanted> anything{[](const Stack& s) { return !s.role.isLocalizer; },
                                           [](const Stack&) { return true; }};
        if (const Stack* found = firstOf(stacks, hung, anything))
            hung.push_back(found);
    }
    std::vector<std::string> ids;
    for (const Stack* stack : hung)
        ids.push_back(stack->id);
    return ids;
}

} // namespace foragrade
