#pragma once

#include "grading/dicom/StructuredReport.h"

#include <filesystem>
#include <vector>

namespace grading {

/// Restores a reading from its report and segmentations of ours, equal to the one that was exported. The images give
/// the stacks' grids.
/// Mismatch: images or segmentations of something else. NotFound: a segmentation or image stack that the report names
/// isn't given. Else as `readStructuredReport` and `readSegmentation`.
[[nodiscard]] Result<Reading> importReading(const std::filesystem::path& report,
                                            const std::vector<std::filesystem::path>& segmentations,
                                            const SeriesCatalogue& images);

/// What files that were named for import hold.
struct ImportedFiles {
    std::vector<Reading> readings;            ///< From our reports with the segmentations they name, and from JSON.
    std::vector<std::filesystem::path> marks; ///< Segmentations that no report given names, and label images.
    std::vector<std::filesystem::path>
        reports; ///< Structured reports of others: to be read, never guessed into grades.
    std::vector<std::filesystem::path> ratings; ///< CSV.
};

/// Sorts the files (folders with all below them) by their content and restores the readings among them. Key objects
/// and encapsulated PDFs hold nothing to restore. Label images and CSV count only where they are named themselves.
/// Mismatch: the images are of another study. Unsupported: a file of another kind was named. NotFound: none of all
/// this. Else as above; nothing is left out silently.
[[nodiscard]] Result<ImportedFiles> importFiles(const std::vector<std::filesystem::path>& paths,
                                                const SeriesCatalogue& images);

} // namespace grading
