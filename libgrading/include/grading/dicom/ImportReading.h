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

} // namespace grading
