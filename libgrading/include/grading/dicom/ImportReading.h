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

/// Every reading in the files (folders with all below them): our reports together with the segmentations they name, and
/// readings as JSON. Tells files apart by content, not by name.
/// Mismatch: the images are of another study. Unsupported: a file of another kind, or a segmentation that no report
/// among the files names. Else as above; nothing is left out silently.
[[nodiscard]] Result<std::vector<Reading>> importReadings(const std::vector<std::filesystem::path>& paths,
                                                          const SeriesCatalogue& images);

} // namespace grading
