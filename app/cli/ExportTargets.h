#pragma once

#include "grading/base/FileSet.h"
#include "grading/dicom/StructuredReport.h"

#include <filesystem>
#include <optional>

namespace foragrade {

/// Files that one export is to make; an empty path isn't wanted.
struct ExportTargets {
    std::filesystem::path report;        ///< DICOM SR
    std::filesystem::path segmentations; ///< Folder for DICOM SEGs, made when missing.
    std::filesystem::path json;

    [[nodiscard]] bool isEmpty() const { return report.empty() && segmentations.empty() && json.empty(); }
    [[nodiscard]] bool needImages() const { return !report.empty() || !segmentations.empty(); }
};

/// What all formats are made from, derived once.
struct ExportInput {
    grading::ReportRequest request;
    const grading::SeriesCatalogue* images = nullptr; ///< None when no format needs them.
};

/// Stages every wanted file; nothing is there before `files.commit()`.
grading::Result<void> stage(const ExportInput& input, const ExportTargets& targets, grading::FileSet& files);

} // namespace foragrade
