#include "VolumeFormat.h"

#include <itkMetaImageIO.h>
#include <itkNiftiImageIO.h>
#include <itkNrrdImageIO.h>
#include <itkObject.h>

#include <algorithm>
#include <cctype>

namespace grading {

Result<itk::ImageIOBase::Pointer> imageIoFor(const std::filesystem::path& path)
{
    itk::Object::GlobalWarningDisplayOff();
    std::string name = path.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    if (name.ends_with(".nrrd"))
        return itk::ImageIOBase::Pointer(itk::NrrdImageIO::New());
    if (name.ends_with(".nii") || name.ends_with(".nii.gz"))
        return itk::ImageIOBase::Pointer(itk::NiftiImageIO::New());
    if (name.ends_with(".mha"))
        return itk::ImageIOBase::Pointer(itk::MetaImageIO::New());
    return fail(ErrorCode::Unsupported, path.string(), "isn't a volume format known here",
                "use .nrrd, .nii, .nii.gz or .mha");
}

} // namespace grading
