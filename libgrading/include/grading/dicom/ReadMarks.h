#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/measure/LabelImage.h"

#include <filesystem>

namespace grading {

/// One foramen's marks on `stack`'s grid out of a file: a DICOM Segmentation, told by its content, or a label image
/// (.nii, .nii.gz, .nrrd, .mha), matched in space. Every error names the file.
/// NotFound: no file, or no root of that foramen in it. Mismatch: another grid or frame of reference. Unsupported: the
/// stack has no even grid. Unreadable.
[[nodiscard]] Result<LabelImage> readMarks(const std::filesystem::path& path, const Stack& stack,
                                           const Foramen& foramen);

} // namespace grading
