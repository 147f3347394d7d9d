#pragma once

#include "LoneFile.h"

#include "grading/base/Result.h"
#include "grading/geometry/VolumeGeometry.h"

#include <itkImageBase.h>
#include <itkImageIOBase.h>

#include <filesystem>
#include <functional>

/// What reading values and reading labels have in common.
namespace grading {

/// Reads the header alone and refuses what can't be a volume of ours, before memory is asked for.
Result<void> checkVolumeHeader(const std::filesystem::path& path, const LoneFile& file, itk::ImageIOBase& io,
                               unsigned mostComponents);

/// Where an image of ITK lies. Left-handed ones are read with their slices turned round.
struct VolumePlacement {
    VolumeGeometry geometry;
    bool isReversed = false;
};
[[nodiscard]] Result<VolumePlacement> placementOf(const itk::ImageBase<3>& image, const std::filesystem::path& path);

/// Runs `read` on an existing file with the reader that its name asks for; ITK's exceptions become errors. NotFound,
/// Unreadable, Unsupported.
Result<void> withVolumeFile(const std::filesystem::path& path,
                            const std::function<Result<void>(const LoneFile&, itk::ImageIOBase&)>& read);

} // namespace grading
