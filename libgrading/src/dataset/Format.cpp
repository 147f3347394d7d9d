#include "Format.h"

#include "LabelValues.h"

#include "grading/dicom/LoadVolume.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading {

const MarkedStack* StudyInput::stackOf(const std::string& id) const
{
    const auto found = std::ranges::find(stacks, id, &MarkedStack::id);
    return found == stacks.end() ? nullptr : &*found;
}

namespace {

void addMarkRows(const StudyInput& input, StudyPart& part, const PlannedReading& planned, const Foramen& foramen,
                 const ForamenReading& record, const LabelFileOf& labelFileOf)
{
    for (const auto& marks : record.marks) {
        const auto& stack = *input.stackOf(marks.stackId);
        const bool isGraded = &marks == record.gradedMarks();
        const auto slice = isGraded && marks.gradedSlice ? std::to_string(*marks.gradedSlice) : "";
        const auto file = labelFileOf ? labelFileOf(planned, stack) : "";
        for (const auto structure : allStructures) {
            const auto voxels = marks.labels.count(structure);
            if (voxels > 0)
                part.addRow(marksTable(), {input.study.subjectName, input.study.sessionName, planned.reader, stack.name,
                                           foramen.key(), std::string(key(structure)), std::to_string(voxels), slice,
                                           file, file.empty() ? "" : std::to_string(labelValue(foramen, structure))});
        }
    }
}

void fill(std::vector<std::uint16_t>& voxels, const VolumeGeometry& geometry, int slice, const PixelSet& pixels,
          std::uint16_t value, std::size_t& shared)
{
    for (const auto& span : pixels.spans()) {
        const auto row = (std::size_t(slice) * std::size_t(geometry.rows()) + std::size_t(span.row)) *
                         std::size_t(geometry.columns());
        for (int column = span.begin; column < span.end; ++column) {
            auto& voxel = voxels[row + std::size_t(column)];
            if (voxel == 0)
                voxel = value;
            else
                ++shared;
        }
    }
}

} // namespace

void addTableRows(const StudyInput& input, StudyPart& part, const LabelFileOf& labelFileOf)
{
    part.addRow(studiesTable(), studyRow(input.study));
    for (std::size_t i = 0; i < input.readings.size(); ++i) {
        const auto& reading = input.readings[i];
        const auto& planned = input.study.readings[i];
        for (const auto& [foramen, record] : reading.foramina) {
            const auto* marks = record.gradedMarks();
            const ForamenRow row{input.study, planned, reading,
                                 foramen,     record,  marks == nullptr ? "" : input.stackOf(marks->stackId)->name};
            part.addRow(readingsTable(), readingRow(row));
            if (input.request.measures)
                part.addRow(measuresTable(), measuresRow(row));
            addMarkRows(input, part, planned, foramen, record, labelFileOf);
        }
    }
}

std::vector<TextFile> tableFiles(const Rows& rows, const SetInfo& info, const std::vector<Table>& more)
{
    std::vector<Table> tables{studiesTable(), readingsTable(), marksTable()};
    if (info.hasMeasures)
        tables.push_back(measuresTable());
    tables.insert(tables.end(), more.begin(), more.end());
    std::vector<TextFile> files;
    for (const auto& table : tables)
        files.emplace_back(table.name + ".csv", toCsv(table, rowsOf(rows, table.name)));
    files.emplace_back("data-dictionary.csv", dataDictionary(tables, ".csv"));
    return files;
}

std::optional<Volume> labelVolume(const Reading& reading, const MarkedStack& stack, Issues& issues)
{
    std::vector<std::uint16_t> voxels;
    std::size_t shared = 0;
    for (const auto& [foramen, record] : reading.foramina) {
        const auto* marks = record.marksOn(stack.id);
        if (marks == nullptr)
            continue;
        voxels.resize(stack.geometry.voxelCount());
        for (const auto structure : allStructures) {
            const auto value = static_cast<std::uint16_t>(labelValue(foramen, structure));
            for (const int slice : marks->labels.markedSlices(structure))
                fill(voxels, stack.geometry, slice, marks->labels.pixels(slice, structure), value, shared);
        }
    }
    if (shared > 0)
        issues.push_back({Severity::Warning, "shared-voxels", stack.name,
                          fmt::format("Voxels that two foramina share, and the first one keeps: {}.", shared)});
    return voxels.empty() ? std::nullopt : std::optional(Volume(stack.geometry, std::move(voxels)));
}

Result<Volume> imageVolume(const MarkedStack& stack)
{
    auto volume = loadVolume(*stack.images);
    if (volume && !volume->geometry().matches(stack.geometry))
        return fail(ErrorCode::Mismatch, stack.id, "isn't on the grid that was marked",
                    "name the folder with the images that were read with --images");
    return volume;
}

} // namespace grading
