#pragma once

#include "grading/base/Result.h"

#include <itkImageIOBase.h>

#include <filesystem>

namespace grading {

/// ITK's reader and writer for .nrrd, .nii, .nii.gz and .mha, whatever the case of the letters. Unsupported: others.
/// Nothing is registered with ITK's factories, so a file can't choose another reader by its content.
[[nodiscard]] Result<itk::ImageIOBase::Pointer> imageIoFor(const std::filesystem::path& path);

} // namespace grading
