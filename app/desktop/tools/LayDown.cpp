#include "tools/LayDown.h"

#include "study/ReadingDesk.h"
#include "tools/MarkTools.h"
#include "views/SliceView.h"

#include <algorithm>

namespace foragrade {
namespace {

grading::LabelMap drawn(const grading::LabelMap& labels, const grading::VoxelSet& voxels, grading::Structure structure,
                        bool isErasing)
{
    grading::LabelMap result = labels;
    for (const auto& [slice, pixels] : voxels) {
        if (isErasing)
            result = result.erased(slice, pixels, structure);
        else if (structure == grading::Structure::NerveRoot)
            result = result.painted(slice, pixels, structure);
        else
            result = result.filled(slice, pixels, structure);
    }
    return result;
}

} // namespace

grading::StackMarks emptyMarksOn(const SliceView& view)
{
    grading::StackMarks marks;
    marks.stackId = view.stack()->id;
    marks.frameOfReference = view.stack()->frameOfReference;
    marks.geometry = view.volume().geometry();
    marks.labels = grading::LabelMap(marks.geometry.columns(), marks.geometry.rows(), marks.geometry.slices());
    return marks;
}

std::string joinedAlgorithms(std::string algorithms, const std::string& more)
{
    for (const auto& name : QString::fromStdString(more).split("; ", Qt::SkipEmptyParts)) {
        if (QString::fromStdString(algorithms).split("; ").contains(name))
            continue;
        algorithms += (algorithms.empty() ? "" : "; ") + name.toStdString();
    }
    return algorithms;
}

void layDownVoxels(ReadingDesk& desk, const SliceView& view, const char* gesture, grading::VoxelSet voxels,
                   const std::string& algorithm, bool isErasing)
{
    if (!desk.isOpen() || view.stack() == nullptr || (!isErasing && refusesMarks(desk, view)))
        return;
    if (!isErasing) {
        const auto& missing = view.stack()->missingSlices;
        std::erase_if(voxels, [&](const auto& entry) { return std::ranges::binary_search(missing, entry.first); });
    }
    std::erase_if(voxels, [](const auto& entry) { return entry.second.isEmpty(); });
    if (voxels.empty())
        return;
    const grading::PixelSet here = voxels.contains(view.slice()) ? voxels.at(view.slice()) : voxels.begin()->second;
    const auto structure = desk.tool().structure;
    const std::string name =
        (isErasing ? std::string("Erase") : std::string(gesture)) + " " + std::string(grading::name(structure));
    const auto land = [&desk, empty = emptyMarksOn(view), voxels, structure, name, algorithm,
                       isErasing](const grading::Foramen& foramen) {
        const auto record = desk.record(foramen);
        const auto* before = record.marksOn(empty.stackId);
        grading::StackMarks marks = before != nullptr ? *before : empty;
        marks.labels = drawn(marks.labels, voxels, structure, isErasing);
        if (!isErasing)
            marks.algorithm = joinedAlgorithms(marks.algorithm, algorithm);
        desk.apply(grading::commands::setMarks(foramen, marks, name));
    };
    if (isErasing)
        land(desk.current());
    else
        landWhereMeant(desk, view, here, land);
}

} // namespace foragrade
