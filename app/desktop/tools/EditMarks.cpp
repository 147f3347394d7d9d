#include "tools/EditMarks.h"

#include "models/ForamenPlaces.h"
#include "models/Words.h"
#include "study/ReadingDesk.h"
#include "tools/LayDown.h"
#include "tools/MarkTools.h"
#include "views/SliceView.h"

#include "grading/marks/Interpolation.h"
#include "grading/marks/PixelShape.h"

#include <QObject>

#include <algorithm>

namespace foragrade {
namespace {

using grading::LabelMap;
using grading::PixelSet;
using grading::Structure;

/// One step: its name, what it makes of the marks, and what helped to make them.
struct Edit {
    std::string name;
    std::function<LabelMap(const LabelMap&)> apply;
    std::string algorithm = {};
};

/// By slice and structure.
std::map<std::pair<int, Structure>, PixelSet> addedBetween(const LabelMap& before, const LabelMap& after)
{
    std::map<std::pair<int, Structure>, PixelSet> added;
    for (const int slice : after.markedSlices())
        for (const auto structure : grading::allStructures)
            if (auto pixels = after.pixels(slice, structure).without(before.markedPixels(slice)); !pixels.isEmpty())
                added[{slice, structure}] = std::move(pixels);
    return added;
}

/// Nothing is marked where the series has no image of its own.
LabelMap withoutMissing(const LabelMap& before, LabelMap after, const std::vector<int>& missing)
{
    for (const int slice : missing)
        after = after.erased(slice, after.markedPixels(slice).without(before.markedPixels(slice)));
    return after;
}

QString land(ReadingDesk& desk, const SliceView& view, const Edit& edit)
{
    const auto empty = emptyMarksOn(view);
    const auto marksOf = [&desk, empty](const grading::Foramen& foramen) {
        const auto record = desk.record(foramen);
        const auto* marks = record.marksOn(empty.stackId);
        return marks != nullptr ? *marks : empty;
    };
    const auto here = desk.current();
    const auto before = marksOf(here).labels;
    const auto missing = view.stack()->missingSlices;
    const auto after = withoutMissing(before, edit.apply(before), missing);
    if (after == before)
        return QObject::tr("%1: nothing here to change").arg(QString::fromStdString(edit.name));
    const auto added = addedBetween(before, after);
    // Worked out again when it lands: other steps may come between a question and its answer.
    const auto lay = [&desk, marksOf, here, edit, added, missing](const grading::Foramen& foramen) {
        auto marks = marksOf(foramen);
        if (foramen == here)
            marks.labels = withoutMissing(marks.labels, edit.apply(marks.labels), missing);
        else
            for (const auto& [place, pixels] : added)
                marks.labels = marks.labels.filled(place.first, pixels, place.second);
        marks.algorithm = joinedAlgorithms(marks.algorithm, edit.algorithm);
        desk.apply(grading::commands::setMarks(foramen, marks, edit.name));
    };
    std::vector<grading::PatientPoint> places;
    for (const auto& [place, pixels] : added)
        places.push_back(middleOf(pixels, empty.geometry, place.first));
    landWhereMeant(desk, view, places, lay);
    return {};
}

/// Why marks can't be edited there at all.
QString refusal(const ReadingDesk& desk, const SliceView& view)
{
    if (!desk.isOpen())
        return QObject::tr("No reading is open");
    if (!view.hasImage() || !view.stack()->geometry)
        return QObject::tr("The slices of this stack make no even grid; it can be looked at, not marked.");
    return {};
}

std::string inHand(const ReadingDesk& desk)
{
    return std::string(grading::name(desk.tool().structure));
}

PixelSet edited(const PixelSet& pixels, MarkEdit edit, const grading::VolumeGeometry& geometry,
                const ToolSettings& tool)
{
    switch (edit) {
    case MarkEdit::KeepLargest:
        return grading::largestIsland(pixels);
    case MarkEdit::RemoveSmall:
        return grading::withoutSmallIslands(geometry, pixels, tool.smallIsland);
    case MarkEdit::FillHoles:
        return grading::withHolesFilled(pixels);
    case MarkEdit::Grow:
        return grading::grown(geometry, pixels, tool.editMargin);
    case MarkEdit::Shrink:
        return grading::shrunk(geometry, pixels, tool.editMargin);
    }
    return pixels;
}

std::string nameOf(MarkEdit edit, const ReadingDesk& desk)
{
    const auto number = [](double value) { return QString::number(value).toStdString(); };
    switch (edit) {
    case MarkEdit::KeepLargest:
        return "Keep the largest island of " + inHand(desk);
    case MarkEdit::RemoveSmall:
        return "Remove islands below " + number(desk.tool().smallIsland.value) + " mm² of " + inHand(desk);
    case MarkEdit::FillHoles:
        return "Fill holes of " + inHand(desk);
    case MarkEdit::Grow:
        return "Grow " + inHand(desk) + " by " + number(desk.tool().editMargin.value) + " mm";
    case MarkEdit::Shrink:
        return "Shrink " + inHand(desk) + " by " + number(desk.tool().editMargin.value) + " mm";
    }
    return {};
}

} // namespace

QString editMarks(ReadingDesk& desk, const SliceView& view, MarkEdit edit)
{
    if (const auto why = refusal(desk, view); !why.isEmpty())
        return why;
    const auto tool = desk.tool();
    const auto geometry = view.volume().geometry();
    const auto meant = [tool, slice = view.slice()](const LabelMap& labels) {
        return tool.editsAllSlices ? labels.markedSlices(tool.structure) : std::vector{slice};
    };
    return land(desk, view,
                {nameOf(edit, desk), [=](const LabelMap& before) {
                     LabelMap after = before;
                     for (const int slice : meant(before))
                         after = grading::reshaped(after, slice, tool.structure,
                                                   edited(before.pixels(slice, tool.structure), edit, geometry, tool));
                     return after;
                 }});
}

QString takeOver(ReadingDesk& desk, const SliceView& view, grading::Structure other)
{
    if (const auto why = refusal(desk, view); !why.isEmpty())
        return why;
    const auto tool = desk.tool();
    if (other == tool.structure)
        return QObject::tr("That is the structure in hand; choose the one that is to take it over");
    const std::string name = "Take over " + std::string(grading::name(other)) + " as " + inHand(desk);
    return land(desk, view,
                {name, [tool, other, slice = view.slice()](const LabelMap& before) {
                     LabelMap after = before;
                     for (const int each : tool.editsAllSlices ? before.markedSlices(other) : std::vector{slice})
                         after = grading::combined(after, each, tool.structure, grading::SetOperation::Unite,
                                                   before.pixels(each, other));
                     return after;
                 }});
}

QString combineWithSlice(ReadingDesk& desk, const SliceView& view, int step, grading::SetOperation operation)
{
    if (const auto why = refusal(desk, view); !why.isEmpty())
        return why;
    const int there = view.slice() + step;
    if (there < 0 || there >= view.volume().geometry().slices())
        return QObject::tr("There is no slice beyond this one");
    const char* beside = step < 0 ? " the slice before" : " the slice after";
    std::string name;
    switch (operation) {
    case grading::SetOperation::Unite:
        name = "Copy " + inHand(desk) + " of" + beside;
        break;
    case grading::SetOperation::Subtract:
        name = "Take away " + inHand(desk) + " of" + beside;
        break;
    case grading::SetOperation::Intersect:
        name = "Keep " + inHand(desk) + " that is on" + beside + " too";
        break;
    }
    return land(desk, view, {name, [=, structure = desk.tool().structure, here = view.slice()](const LabelMap& before) {
                                 const auto other = before.pixels(there, structure);
                                 // A copy keeps off what is marked here.
                                 return operation == grading::SetOperation::Unite
                                            ? before.filled(here, other, structure)
                                            : grading::combined(before, here, structure, operation, other);
                             }});
}

QString interpolateMarks(ReadingDesk& desk, const SliceView& view)
{
    if (const auto why = refusal(desk, view); !why.isEmpty())
        return why;
    return land(desk, view,
                {"Interpolate " + inHand(desk),
                 [geometry = view.volume().geometry(), structure = desk.tool().structure](const LabelMap& before) {
                     return grading::interpolated(before, geometry, structure);
                 },
                 "foragrade shape interpolation 1"});
}

QString copyMarks(ReadingDesk& desk, const SliceView& view, const grading::Stack& from)
{
    if (const auto why = refusal(desk, view); !why.isEmpty())
        return why;
    const auto record = desk.record(desk.current());
    const auto* source = record.marksOn(from.id);
    const QString role = said(from.role);
    if (source == nullptr || source->labels.isEmpty())
        return QObject::tr("%1 has no marks on %2").arg(said(desk.current()), role);
    if (source->frameOfReference != view.stack()->frameOfReference)
        return QObject::tr("%1 has another frame of reference: where its marks lie here isn't known").arg(role);
    return land(desk, view,
                {"Copy marks of " + role.toStdString(),
                 [copied = grading::copiedTo(view.volume().geometry(), source->labels, source->geometry)](
                     const LabelMap& before) {
                     LabelMap after = before;
                     for (const int slice : copied.markedSlices())
                         for (const auto structure : grading::allStructures)
                             after = after.filled(slice, copied.pixels(slice, structure), structure);
                     return after;
                 },
                 source->algorithm});
}

} // namespace foragrade
