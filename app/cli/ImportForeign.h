#pragma once

#include "Output.h"
#include "ScanOptions.h"

#include "grading/dicom/ImportMarks.h"
#include "grading/dicom/ImportReading.h"
#include "grading/store/Store.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace foragrade {

struct ImportArguments {
    ScanArguments scanning;
    std::string store;
    std::filesystem::path images; ///< Empty: the folder that the store remembers of `study`.
    std::string study;
    std::vector<std::filesystem::path> files;
    std::string reader; ///< Whose draft takes what others made; empty: nobody's.
    std::string organization;
    std::filesystem::path map;
    std::filesystem::path table; ///< A spreadsheet as CSV, read by `columns`.
    std::string columns;
    std::string foramen;
    std::string stack;
    bool resample = false;
    bool force = false;
};

/// What files of others change in the reader's reading of each study.
struct ForeignEdit {
    grading::StudyIdentity study;
    std::vector<grading::Command> commands;
    std::string summary; ///< "marks of 3 foramina, RSNA labels of 10"
};
using ForeignEdits = std::map<grading::Uid, ForeignEdit>;

/// The study that a table names by Study Instance UID or, as in the challenge's own images, by patient id; null when
/// the images don't hold it. Mismatch: the patient has several.
[[nodiscard]] grading::Result<const grading::Study*> studyNamed(const std::string& text,
                                                                const grading::SeriesCatalogue& images);

/// Reports of others as text on stdout: shown, never guessed into grades.
[[nodiscard]] grading::Result<void> showReports(const std::vector<std::filesystem::path>& reports);

/// Reads marks and labels of others, all before anything is stored. Unsupported: there are some and no reader.
[[nodiscard]] grading::Result<ForeignEdits> foreignEdits(const grading::ImportedFiles& files,
                                                         const grading::SeriesCatalogue& images,
                                                         const ImportArguments& arguments);

/// Each study's edits as one step of its reading, which is begun when the reader has none.
[[nodiscard]] grading::Result<void> applyEdits(grading::Store& store, const ForeignEdits& edits,
                                               const ImportArguments& arguments);

} // namespace foragrade
