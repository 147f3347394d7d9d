#pragma once

#include "ImageHeader.h"

namespace grading {

/// What reading one file's header gave.
struct ScannedFile {
    bool isDicom = false;
    bool isLasting = true;             ///< False when another day may give something else though the file is the same.
    std::optional<ImageHeader> header; ///< Of images.
    Issues issues;                     ///< All about this file.
};

[[nodiscard]] ScannedFile scanFile(const std::filesystem::path& path);

} // namespace grading
