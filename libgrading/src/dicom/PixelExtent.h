#pragma once

#include <cstdint>
#include <filesystem>

namespace grading {

/// Whether the pixel data of a file is wholly there, without reading it.
enum class PixelExtent {
    Complete,
    CutOff,  ///< The file ends before its pixel data does.
    TooShort ///< The element is whole, but smaller than its rows × columns × frames.
};

struct PixelDescription {
    std::int64_t valueOffset = 0; ///< Of the first byte after the pixel data's length.
    bool isExplicit = true;       ///< Value representation is written.
    bool isBigEndian = false;
    bool isEncapsulated = false;     ///< Compressed: a sequence of fragments.
    std::uint64_t expectedBytes = 0; ///< Rows × columns × samples × frames × bits / 8, when not encapsulated.
};

[[nodiscard]] PixelExtent pixelExtent(const std::filesystem::path& path, const PixelDescription& pixels);

} // namespace grading
