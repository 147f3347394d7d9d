#pragma once

#include <cstdint>
#include <filesystem>

namespace grading {

/// False for a header that lacks what it needs or has numbers that are none, about which ITK's readers would print to
/// the terminal or end the program, and for a .mha or .nrrd that takes its voxels from another file.
[[nodiscard]] bool hasReadableHeader(const std::filesystem::path& path);

/// Whether a .nii, .nii.gz or .mha file holds the `bytes` of pixels that its header promises. ITK's readers of these
/// fill what is missing with zeros. Other names count as complete.
[[nodiscard]] bool holdsAllPixels(const std::filesystem::path& path, std::uint64_t bytes);

} // namespace grading
