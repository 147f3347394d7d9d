#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/imaging/Volume.h"

#include <filesystem>

namespace grading {

/// Writes modality values and geometry as .nrrd, .nii, .nii.gz or .mha, chosen by the extension, in one step (temporary
/// name, then renamed). Unsupported: another extension. Io: the disk said no.
Result<void> writeVolumeFile(const std::filesystem::path& path, const Volume& volume);

/// The same for .nii and .nii.gz alone; a program that writes nothing else starts without ITK.
Result<void> writeNiftiFile(const std::filesystem::path& path, const Volume& volume);

/// Reads a three-dimensional scalar image of those formats, in patient LPS (NIfTI's RAS and NRRD's space are
/// converted). A left-handed or permuted grid is re-ordered so that slices ascend along row × column direction; values
/// and places stay the same. NotFound, Unreadable, Unsupported (not scalar, more than three dimensions, sheared).
Result<Volume> readVolumeFile(const std::filesystem::path& path);

} // namespace grading
