#include "InputFile.h"

#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

using namespace grading;
using fuzz::require;

namespace {

/// By its first bytes, so that a seed is an ordinary file.
const char* nameFor(std::string_view bytes)
{
    if (bytes.starts_with("NRRD"))
        return "input.nrrd";
    if (bytes.starts_with("\x1f\x8b"))
        return "input.nii.gz";
    return bytes.starts_with(std::string_view("\x5c\x01\0\0", 4)) ? "input.nii" : "input.mha"; // a header of 348 bytes
}

} // namespace

/// Any file is refused or gives a volume as large as its grid; on that same grid it is a label image or says why not.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string bytes(data, data + size);
    const auto path = fuzz::inputFile(data, size, nameFor(bytes));
    const auto volume = readVolumeFile(path);
    std::error_code error;
    std::filesystem::remove(path, error); // .nii beside .nii.gz reads otherwise
    if (!volume)
        return require(!volume.error().what.empty()), 0;
    std::visit([&](const auto& values) { require(values.size() == volume->geometry().voxelCount()); },
               volume->pixels());
    if (const auto image = labelMapFromVolume(*volume, volume->geometry()))
        require(image->marks.slices() == volume->geometry().slices());
    return 0;
}
