#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/store/Store.h"

#include <filesystem>

namespace grading {

/// Where a study's images can be read.
struct StudyFolder {
    std::filesystem::path folder;
    Issues issues; ///< What isn't as it was when the study was first read, of a study in a PACS.
};

/// The study's folder, unlooked at, or a copy on this disk of what its PACS has (grading/dicom/StudyCache.h). Any
/// thread.
[[nodiscard]] Result<StudyFolder> studyFolder(const StudyImages& images, const Uid& study,
                                              const Progress& progress = {});

} // namespace grading
