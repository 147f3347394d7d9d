#pragma once

#include "grading/base/Result.h"
#include "grading/imaging/Volume.h"

#include <string>

namespace grading {

/// The bytes of a .nii.gz of modality values and geometry, packed several times as fast as `writeVolumeFile` does it.
/// Holds the volume twice, unless it is mostly empty. Unsupported: more than 32767 voxels along one axis.
[[nodiscard]] Result<std::string> packedNifti(const Volume& volume);

} // namespace grading
