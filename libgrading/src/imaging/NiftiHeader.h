#pragma once

#include <filesystem>

namespace grading {

/// Whether a .nii or .nii.gz file begins with a NIfTI-1 header (nifti1.h, 348 bytes) of sound numbers. Before ITK's
/// reader sees it: about sizes and types it prints to the terminal, and an entry of the matrices that is no number ends
/// the program.
[[nodiscard]] bool hasSoundNiftiHeader(const std::filesystem::path& path);

} // namespace grading
