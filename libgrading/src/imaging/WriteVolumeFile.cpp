#include "VolumeFormat.h"

#include "grading/base/Files.h"
#include "grading/imaging/VolumeFile.h"

#include <itkImage.h>
#include <itkImageFileWriter.h>
#include <itkNiftiImageIO.h>

#include <type_traits>

namespace grading {

namespace {

template <class Value>
typename itk::Image<Value, 3>::Pointer toItk(const VolumeGeometry& geometry, const std::vector<Value>& values)
{
    using Image = itk::Image<Value, 3>;
    auto image = Image::New();
    image->SetRegions(typename Image::SizeType{static_cast<itk::SizeValueType>(geometry.columns()),
                                               static_cast<itk::SizeValueType>(geometry.rows()),
                                               static_cast<itk::SizeValueType>(geometry.slices())});
    const PatientVector axes[3] = {geometry.rowDirection(), geometry.columnDirection(), geometry.normal()};
    typename Image::DirectionType direction;
    for (unsigned axis = 0; axis < 3; ++axis) {
        direction[0][axis] = axes[axis].x;
        direction[1][axis] = axes[axis].y;
        direction[2][axis] = axes[axis].z;
    }
    const double origin[3] = {geometry.origin().x, geometry.origin().y, geometry.origin().z};
    const double spacing[3] = {geometry.columnSpacing().value, geometry.rowSpacing().value,
                               geometry.sliceSpacing().value};
    image->SetDirection(direction);
    image->SetOrigin(origin);
    image->SetSpacing(spacing);
    // The writer only reads; ITK's container knows no const.
    image->GetPixelContainer()->SetImportPointer(const_cast<Value*>(values.data()), values.size(), false); // NOLINT
    return image;
}

template <class Value>
Result<void> writeItk(const std::filesystem::path& path, const VolumeGeometry& geometry,
                      const std::vector<Value>& values)
{
    const auto io = imageIoFor(path);
    if (!io)
        return fail(io.error());
    try {
        auto writer = itk::ImageFileWriter<itk::Image<Value, 3>>::New();
        writer->SetImageIO(*io);
        writer->SetFileName(path.string());
        writer->SetInput(toItk(geometry, values));
        writer->UseCompressionOn();
        writer->Update();
    } catch (const std::exception&) { // ITK's text names source files of ITK
        return fail(ErrorCode::Io, path.string(), "can't be written", "check free space and permissions of the folder");
    }
    return {};
}

} // namespace

Result<void> writeVolumeFile(const std::filesystem::path& path, const Volume& volume)
{
    const auto io = imageIoFor(path);
    if (!io)
        return fail(io.error());
    if (dynamic_cast<const itk::NiftiImageIO*>(io->GetPointer()) != nullptr)
        return writeNiftiFile(path, volume);
    return writeFileBy(path, [&](const std::filesystem::path& temporary) {
        return std::visit([&](const auto& values) { return writeItk(temporary, volume.geometry(), values); },
                          volume.pixels());
    });
}

} // namespace grading
