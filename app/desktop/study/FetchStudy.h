#pragma once

#include "study/Background.h"

#include "grading/dicom/StudyCache.h"
#include "grading/store/Worklist.h"

namespace foragrade {

/// Copies a study of a PACS to this disk in the background; neither is called once that is cancelled.
void fetchStudy(Background& background, const grading::WorklistEntry& entry,
                std::function<void(const grading::CachedStudy&)> done, std::function<void(const QString&)> failed);

/// Where a study is to be remembered: empty, as the store knows its PACS, where it was read from a copy.
[[nodiscard]] std::filesystem::path placeToRemember(const std::vector<std::filesystem::path>& paths);

} // namespace foragrade
