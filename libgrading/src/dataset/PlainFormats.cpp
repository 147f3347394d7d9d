#include "PlainFormats.h"

#include "grading/imaging/PackedNifti.h"

#include <algorithm>

namespace grading {

namespace {

std::string stemOf(const PlannedStudy& study, const MarkedStack& stack)
{
    return study.subjectName + '_' + study.sessionName + '_' + stack.name;
}

constexpr auto tablesLayout =
    "- `studies.csv`, `readings.csv` (one row a foramen of a reading), `marks.csv` (one row a "
    "marked structure), `labels.csv` (values of label images)\n";

} // namespace

Result<void> CsvFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    addTableRows(input, part, {});
    return {};
}

std::vector<TextFile> CsvFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    return tableFiles(rows, info);
}

std::string CsvFormat::layout() const
{
    return tablesLayout;
}

Result<void> NiftiFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    const auto labelFile = [&](const PlannedReading& reading, const MarkedStack& stack) {
        return "labels/" + stemOf(input.study, stack) + '_' + reading.reader + ".nii.gz";
    };
    addTableRows(input, part, labelFile);
    const auto write = [&](const std::string& path, const Volume& volume) -> Result<void> {
        const auto bytes = packedNifti(volume);
        return bytes ? part.add(path, *bytes) : fail(bytes.error());
    };
    for (const auto& stack : input.stacks) {
        if (stack.images != nullptr) {
            const auto volume = imageVolume(stack);
            if (!volume)
                return fail(volume.error());
            if (auto written = write("images/" + stemOf(input.study, stack) + ".nii.gz", *volume); !written)
                return written;
        }
        for (std::size_t i = 0; i < input.readings.size(); ++i) {
            const auto labels = labelVolume(input.readings[i], stack, part.issues);
            if (!labels)
                continue;
            if (auto written = write(labelFile(input.study.readings[i], stack), *labels); !written)
                return written;
        }
    }
    return {};
}

std::vector<TextFile> NiftiFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    auto files = tableFiles(rows, info, {labelsTable()}); // whose rows no study adds
    std::ranges::find(files, labelsTable().name + ".csv", &TextFile::first)->second = toCsv(labelsTable(), labelRows());
    return files;
}

std::string NiftiFormat::layout() const
{
    return std::string("- `images/`: each marked stack in modality values, NIfTI-1, in its own place in the patient\n"
                       "- `labels/`: a reader's marks of all foramina on a stack, on the voxels of its image\n") +
           tablesLayout + "- `labels.csv`: what the values of label images mean\n";
}

} // namespace grading
