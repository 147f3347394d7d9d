#include "ReadingPatch.h"

namespace grading {

namespace {

constexpr int largestCount = 1 << 16; ///< Columns, rows or slices of a stack (DICOM's US).

PatientPoint pointFrom(const JsonField& field)
{
    const auto xyz = field.numbers(3);
    return {xyz[0], xyz[1], xyz[2]};
}

int countFrom(const JsonField& grid, const std::string& key)
{
    return static_cast<int>(grid.at(key).integer(1, largestCount));
}

VolumeGeometry gridFrom(const JsonField& field, Issues& issues)
{
    field.reportUnknown({"columns", "rows", "slices", "spacingMm", "orientation", "origin"}, issues);
    const auto spacing = field.at("spacingMm").numbers(3);
    const auto axes = field.at("orientation").numbers(6);
    auto grid =
        VolumeGeometry::make(pointFrom(field.at("origin")), {axes[0], axes[1], axes[2]}, {axes[3], axes[4], axes[5]},
                             Millimetres{spacing[1]}, Millimetres{spacing[0]}, Millimetres{spacing[2]},
                             countFrom(field, "columns"), countFrom(field, "rows"), countFrom(field, "slices"));
    if (!grid)
        throw BadField{field.path(), grid.error().what};
    return *grid;
}

StackMarks inlineMarks(const JsonField& field, Issues& issues)
{
    StackMarks marks;
    marks.geometry = gridFrom(field.at("grid"), issues);
    const auto text = field.at("labels");
    auto labels =
        LabelMap::fromText(text.text(), marks.geometry.columns(), marks.geometry.rows(), marks.geometry.slices());
    if (!labels)
        throw BadField{text.path(), labels.error().what};
    marks.labels = std::move(*labels);
    return marks;
}

StackMarks filedMarks(const JsonField& field, const std::string& stack, const ReadMarksFile& readMarks)
{
    if (!readMarks)
        throw BadMarks{{ErrorCode::Unsupported, field.path(), "marks by file name can't be read here",
                        "give them as \"labels\" with their \"grid\""}};
    auto marks = readMarks(field.text(), stack);
    if (!marks)
        throw BadMarks{marks.error()};
    return std::move(*marks);
}

} // namespace

StackMarks marksFrom(const JsonField& field, const ReadMarksFile& readMarks, Issues& issues)
{
    field.reportUnknown({"stack", "file", "frameOfReference", "grid", "slice", "pedicleLine", "algorithm", "labels"},
                        issues);
    const auto stack = field.at("stack").text();
    const auto file = field.find("file");
    const bool isFiled = file && !file->isNull();
    if (isFiled && field.find("labels"))
        throw BadField{field.path(), "has both a file and labels"};
    StackMarks marks = isFiled ? filedMarks(*file, stack, readMarks) : inlineMarks(field, issues);
    marks.stackId = stack;
    if (const auto frame = field.find("frameOfReference"))
        marks.frameOfReference = Uid(frame->text());
    if (const auto slice = field.find("slice"); slice && !slice->isNull())
        marks.gradedSlice = static_cast<int>(slice->integer(1, marks.geometry.slices())) - 1;
    if (const auto line = field.find("pedicleLine"); line && !line->isNull()) {
        const auto ends = line->items();
        if (ends.size() != 2)
            throw BadField{line->path(), "must be a list of two points"};
        marks.pedicleLine = {pointFrom(ends[0]), pointFrom(ends[1])};
    }
    if (const auto algorithm = field.find("algorithm"))
        marks.algorithm = algorithm->text();
    return marks;
}

} // namespace grading
