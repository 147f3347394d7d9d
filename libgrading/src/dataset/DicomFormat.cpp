#include "DicomFormat.h"

#include "PrivateFolder.h"

#include "grading/dicom/StructuredReport.h"

#include <fmt/format.h>

#include <map>
#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

const Table& objectsTable()
{
    static const Table table{"dicom",
                             {{"subject", "string", "", "", "Patient, numbered at random for this data set"},
                              {"session", "string", "", "", "Study of the patient, numbered by date"},
                              {"kind", "category", "", "image|segmentation|report", "What the object is"},
                              {"reader", "string", "", "", "Whose marks or report it is; empty for images"},
                              {"stack", "string", "", "", "Stack that a segmentation marks"},
                              {"file", "string", "", "", "Path in the data set"}}};
    return table;
}

/// Who made an object and what it marks, by its uid in the data set.
struct Origin {
    std::string kind;
    std::string reader;
    std::string stack;
};
using Origins = std::map<std::string, Origin>;

/// All images of the series that are marked: a report lists all of a series, also where it is several stacks.
std::vector<fs::path> imageFiles(const StudyInput& input)
{
    std::set<fs::path> files;
    for (const auto& marked : input.stacks) {
        for (const auto& series : input.images->series) {
            if (series.uid != marked.images->seriesUid)
                continue;
            for (const auto& stack : series.stacks) {
                for (const auto& frame : stack.frames)
                    files.insert(frame.file);
            }
        }
    }
    return {files.begin(), files.end()};
}

/// Nothing that was typed leaves, whatever its words are.
Reading withoutFreeText(Reading reading)
{
    reading.indication.clear();
    reading.symptoms.clear();
    for (auto& [foramen, record] : reading.foramina) {
        record.comment.clear();
        record.imageQuality.clear();
        record.disagreementReason.clear();
        record.decisionReason.clear();
        record.findings.notes.clear();
        if (record.notGradable)
            record.notGradable->clear();
    }
    return reading;
}

/// A reading's segmentations and report, as they would be exported for the clinic.
Result<void> writeObjects(const StudyInput& input, std::size_t index, const fs::path& folder,
                          const Pseudonyms& pseudonyms, std::vector<fs::path>& files, Origins& origins)
{
    const auto& reader = input.study.readings[index].reader;
    const auto request = reportRequest(withoutFreeText(input.readings[index]), input.images);
    int number = 0;
    for (const auto& segmentation : request.segmentations) {
        const auto& stack = *input.stackOf(segmentation.stackId);
        files.push_back(folder / fmt::format("seg-{}-{}.dcm", index, ++number));
        if (auto written = writeSegmentation(files.back(), segmentation, *stack.images); !written)
            return written;
        origins[pseudonyms.uid(segmentation.sopInstance).text()] = {"segmentation", reader, stack.name};
    }
    origins[pseudonyms.uid(reportOf(request.reading).sopInstance).text()] = {"report", reader, ""};
    files.push_back(folder / fmt::format("report-{}.dcm", index));
    return writeStructuredReport(files.back(), request);
}

Result<void> takeOver(const StudyInput& input, const std::map<std::string, fs::path>& copies, const Origins& origins,
                      StudyPart& part)
{
    for (const auto& [uid, file] : copies) {
        const auto path = "dicom/" + input.study.subjectName + '/' + input.study.sessionName + '/' +
                          file.parent_path().filename().string() + '/' + file.filename().string();
        if (auto added = part.addCopy(path, file); !added)
            return added;
        const auto known = origins.find(uid);
        const auto origin = known == origins.end() ? Origin{"image", "", ""} : known->second;
        part.addRow(objectsTable(),
                    {input.study.subjectName, input.study.sessionName, origin.kind, origin.reader, origin.stack, path});
    }
    return {};
}

} // namespace

Result<void> DicomFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    addTableRows(input, part, {});
    const auto pseudonyms = Pseudonyms::fromKeyFile(input.request.keyFile);
    if (!pseudonyms)
        return fail(pseudonyms.error());
    const auto folder = PrivateFolder::make();
    if (!folder)
        return fail(folder.error());
    auto files = imageFiles(input);
    Origins origins;
    for (std::size_t i = 0; i < input.readings.size(); ++i) {
        if (auto written = writeObjects(input, i, folder->path(), *pseudonyms, files, origins); !written)
            return written;
    }
    const auto copies = deidentified(std::move(files), *pseudonyms, *folder, part.issues);
    return copies ? takeOver(input, *copies, origins, part) : fail(copies.error());
}

std::vector<TextFile> DicomFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    return tableFiles(rows, info, {objectsTable()});
}

std::string DicomFormat::layout() const
{
    return "- `dicom/`: images of marked series, segmentations and reports (SR, TID 1500), de-identified by PS3.15's "
           "Basic Profile, uids consistent across all of them\n"
           "- `dicom.csv`: what each object is\n"
           "- `studies.csv`, `readings.csv` (one row a foramen of a reading), `marks.csv` (one row a marked "
           "structure)\n";
}

} // namespace grading
