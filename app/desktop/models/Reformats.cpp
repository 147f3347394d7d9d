#include "models/Reformats.h"

#include "grading/imaging/Reformat.h"

#include <algorithm>

namespace foragrade {
namespace {

using grading::ImagePlane;

std::vector<const grading::Stack*> stacksOf(const grading::Study& study)
{
    std::vector<const grading::Stack*> stacks;
    for (const auto& series : study.series) {
        for (const auto& stack : series.stacks) {
            if (!stack.role.isLocalizer)
                stacks.push_back(&stack);
        }
    }
    return stacks;
}

Reformat cutFrom(const grading::Stack& source, ImagePlane plane)
{
    Reformat reformat{source.id, source};
    auto& stack = reformat.stack;
    stack.id = source.id + "/" + std::string(grading::name(plane));
    stack.role.plane = plane;
    stack.role.evidence = "cut from the " + source.role.name() + " stack";
    const auto geometry = grading::reformatted(*source.geometry, plane);
    stack.geometry = geometry;
    stack.columns = geometry.columns();
    stack.rows = geometry.rows();
    stack.rowDirection = geometry.rowDirection();
    stack.columnDirection = geometry.columnDirection();
    stack.columnSpacing = geometry.columnSpacing();
    stack.rowSpacing = geometry.rowSpacing();
    stack.sliceSpacing = geometry.sliceSpacing();
    stack.frames.clear();
    stack.missingSlices.clear();
    stack.issues.clear();
    return reformat;
}

} // namespace

std::map<std::string, Reformat> reformatsOf(const grading::Study& study)
{
    std::map<std::string, Reformat> made;
    const auto stacks = stacksOf(study);
    const grading::Stack* source = nullptr;
    for (const auto* stack : stacks) {
        const bool isUsable =
            stack->geometry && stack->missingSlices.empty() && grading::isNearlyIsotropic(*stack->geometry);
        if (isUsable && (source == nullptr || stack->slices() > source->slices()))
            source = stack;
    }
    if (source == nullptr)
        return made;
    for (const auto plane : {ImagePlane::Sagittal, ImagePlane::Axial, ImagePlane::Coronal}) {
        const bool isThere =
            std::any_of(stacks.begin(), stacks.end(), [&](const auto* stack) { return stack->role.plane == plane; });
        if (isThere)
            continue;
        auto reformat = cutFrom(*source, plane);
        made.emplace(reformat.stack.id, std::move(reformat));
    }
    return made;
}

} // namespace foragrade
