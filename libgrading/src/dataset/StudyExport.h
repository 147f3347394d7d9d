#pragma once

#include "Format.h"
#include "StudyImages.h"

#include "grading/base/Progress.h"

namespace grading {

/// Everything of one planned study, in memory and below `folder`.
[[nodiscard]] Result<StudyPart> exportStudy(const Store& store, const PlannedStudy& study,
                                            const DataSetRequest& request, ImageFinder& images,
                                            const std::filesystem::path& folder, const Progress& progress);

} // namespace grading
