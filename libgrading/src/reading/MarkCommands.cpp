#include "Change.h"

#include <algorithm>
#include <utility>

namespace grading::commands {

namespace {

LabelMap drawn(const LabelMap& labels, int slice, const PixelSet& pixels, Structure structure, PaintMode mode)
{
    switch (mode) {
    case PaintMode::Replace:
        return labels.painted(slice, pixels, structure);
    case PaintMode::KeepOthers:
        return labels.filled(slice, pixels, structure);
    case PaintMode::Erase:
        return labels.erased(slice, pixels, structure);
    }
    return labels;
}

StackMarks emptyMarksOn(const MarkTarget& target)
{
    const auto& grid = target.geometry;
    return {target.stackId,
            target.frameOfReference,
            grid,
            LabelMap(grid.columns(), grid.rows(), grid.slices()),
            {},
            {},
            {}};
}

Result<void> checkTarget(const MarkTarget& target, const StackMarks* existing)
{
    if (target.slice < 0 || target.slice >= target.geometry.slices())
        return fail(ErrorCode::InvalidArgument, target.foramen.title(),
                    "slice " + std::to_string(target.slice + 1) + " isn't in the stack");
    if (existing != nullptr &&
        (!existing->geometry.matches(target.geometry) || existing->frameOfReference != target.frameOfReference))
        return fail(ErrorCode::Mismatch, target.foramen.title(), "was marked on another grid of the same stack",
                    "open the images that it was marked on");
    return {};
}

} // namespace

Command mark(std::string tool, MarkTarget target, PixelSet pixels, Structure structure, PaintMode mode)
{
    const auto gesture = mode == PaintMode::Erase ? std::string("Erase") : std::move(tool);
    const auto foramen = target.foramen;
    auto draw = [target = std::move(target), pixels = std::move(pixels), structure,
                 mode](ForamenReading& record) -> Result<void> {
        const auto* existing = record.marksOn(target.stackId);
        if (auto fits = checkTarget(target, existing); !fits)
            return fits;
        StackMarks marks = existing != nullptr ? *existing : emptyMarksOn(target);
        marks.labels = drawn(marks.labels, target.slice, pixels, structure, mode);
        putMarks(record, std::move(marks));
        return {};
    };
    return foramenCommand(foramen, gesture + " " + std::string(name(structure)), std::move(draw));
}

Command setMarks(const Foramen& foramen, StackMarks marks, std::string name)
{
    return foramenCommand(foramen, name, [marks = std::move(marks)](ForamenReading& record) -> Result<void> {
        if (auto sound = checkMarks(marks); !sound)
            return sound;
        putMarks(record, marks);
        return {};
    });
}

Command clearMarks(const Foramen& foramen)
{
    return foramenCommand(foramen, "Clear marks", [](ForamenReading& record) -> Result<void> {
        record.marks.clear();
        return {};
    });
}

Command gradeOnStack(const Foramen& foramen, std::string stackId, std::optional<int> slice)
{
    const auto name = slice ? "Grade on slice " + std::to_string(*slice + 1) : std::string("Grade on the largest root");
    auto choose = [foramen, stackId = std::move(stackId), slice](ForamenReading& record) -> Result<void> {
        const auto found = std::find_if(record.marks.begin(), record.marks.end(),
                                        [&](const StackMarks& entry) { return entry.stackId == stackId; });
        if (found == record.marks.end())
            return fail(ErrorCode::NotFound, foramen.title(), "has no marks on stack " + stackId,
                        "mark its nerve root there first");
        found->gradedSlice = slice;
        std::rotate(record.marks.begin(), found, found + 1);
        return {};
    };
    return foramenCommand(foramen, name, std::move(choose));
}

} // namespace grading::commands
