#pragma once

#include "HeaderFile.h"

#include <filesystem>

namespace grading {

/// Whether the pixel data of a file is wholly there, without reading it.
enum class PixelExtent {
    Complete,
    CutOff,  ///< The file ends before its pixel data does.
    TooShort ///< The element is whole, but smaller than its rows × columns × frames.
};

/// `header`: of that file, which has pixel data. Deflated files count as complete: what they hold is known when they
/// are inflated.
[[nodiscard]] PixelExtent pixelExtent(const std::filesystem::path& path, const HeaderFile& header);

} // namespace grading
