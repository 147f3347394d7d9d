#pragma once

#include <cstdint>
#include <filesystem>

namespace grading {

/// False for a .mha whose header lacks what it needs or names another file: MetaIO would print about it to the
/// terminal.
[[nodiscard]] bool hasReadableHeader(const std::filesystem::path& path);

/// Whether a .nii, .nii.gz or .mha file holds the `bytes` of pixels that its header promises. ITK's readers of these
/// fill what is missing with zeros. Other names count as complete.
[[nodiscard]] bool holdsAllPixels(const std::filesystem::path& path, std::uint64_t bytes);

} // namespace grading
