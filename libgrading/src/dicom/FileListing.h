#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>
#include <vector>

namespace grading {

struct FileListing {
    std::vector<std::filesystem::path> files; ///< Sorted, each once.
    Issues issues;                            ///< Folders that can't be read, files a DICOMDIR names in vain.
};

/// All regular files below folders (links to folders aren't followed), those a DICOMDIR names, and single files.
/// NotFound, Cancelled.
Result<FileListing> listFiles(const std::vector<std::filesystem::path>& paths, const Progress& progress);

} // namespace grading
