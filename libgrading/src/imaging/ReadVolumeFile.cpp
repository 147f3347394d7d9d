#include "LoneFile.h"
#include "VolumeExtent.h"
#include "VolumeFormat.h"

#include "grading/imaging/VolumeFile.h"

#include <itkImage.h>
#include <itkImageFileReader.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

namespace grading {

namespace fs = std::filesystem;
using Component = itk::ImageIOBase::IOComponentType;

namespace {

constexpr double largestVolume = 16.0 * (1u << 30); ///< Bytes.
constexpr double largestRatio = 1100;               ///< What deflate reaches at most, a little more.

/// Reads the header alone and refuses what can't be a volume of ours, before memory is asked for.
Result<void> check(const fs::path& path, const LoneFile& file, itk::ImageIOBase& io)
{
    if (!hasReadableHeader(path))
        return fail(ErrorCode::Unreadable, path.string(), "isn't a readable volume file", "get a new copy of the file");
    io.SetFileName(file.path().string());
    io.ReadImageInformation();
    const auto unsupported = [&](const char* what) { return fail(ErrorCode::Unsupported, path.string(), what); };
    if (io.GetNumberOfComponents() != 1)
        return unsupported("has more than one value a voxel");
    double bytes = io.GetComponentSize();
    for (unsigned axis = 0; axis < io.GetNumberOfDimensions(); ++axis) {
        if (axis >= 3 && io.GetDimensions(axis) > 1)
            return unsupported("has more than three dimensions");
        bytes *= static_cast<double>(io.GetDimensions(axis));
    }
    if (io.GetNumberOfDimensions() < 2 || bytes < 1)
        return unsupported("isn't an image of two or three dimensions");
    const auto fileSize = static_cast<double>(fs::file_size(path));
    if (bytes > largestVolume || bytes > largestRatio * fileSize)
        return fail(ErrorCode::Unreadable, path.string(), "claims more voxels than it can hold");
    if (!holdsAllPixels(path, static_cast<std::uint64_t>(bytes)))
        return fail(ErrorCode::Unreadable, path.string(), "is cut off", "get a new copy of the file");
    return {};
}

template <class Value>
Volume::Pixels pixelsOf(const itk::Image<Value, 3>& image, bool reversed)
{
    const auto size = image.GetLargestPossibleRegion().GetSize();
    const std::size_t sliceSize = size[0] * size[1];
    const Value* start = image.GetBufferPointer();
    std::vector<Value> values(start, start + sliceSize * size[2]);
    for (std::size_t slice = 0; reversed && slice < size[2]; ++slice)
        std::copy_n(start + (size[2] - 1 - slice) * sliceSize, sliceSize,
                    values.begin() + static_cast<std::ptrdiff_t>(slice * sliceSize));
    if constexpr (!std::is_same_v<Value, double>) {
        return values;
    } else {
        constexpr double limit = std::numeric_limits<std::int32_t>::max();
        const bool isWhole = std::all_of(values.begin(), values.end(), [](double value) {
            return std::trunc(value) == value && std::abs(value) <= limit;
        });
        if (isWhole)
            return std::vector<std::int32_t>(values.begin(), values.end());
        return std::vector<float>(values.begin(), values.end());
    }
}

template <class Value>
Result<Volume> readAs(const fs::path& path, const LoneFile& file, itk::ImageIOBase& io)
{
    using Image = itk::Image<Value, 3>;
    auto reader = itk::ImageFileReader<Image>::New();
    reader->SetImageIO(&io);
    reader->SetFileName(file.path().string());
    reader->Update();
    const Image& image = *reader->GetOutput();
    const auto& direction = image.GetDirection();
    const auto axis = [&](unsigned i) { return PatientVector{direction[0][i], direction[1][i], direction[2][i]}; };
    const auto size = image.GetLargestPossibleRegion().GetSize();
    const auto spacing = image.GetSpacing();
    const PatientVector normal = cross(axis(0), axis(1));
    const double handedness = dot(normal, axis(2));
    if (std::abs(std::abs(handedness) - 1) > 1e-3)
        return fail(ErrorCode::Unsupported, path.string(), "has slices that don't lie on one line along their normal");
    const bool reversed = handedness < 0;
    PatientPoint origin{image.GetOrigin()[0], image.GetOrigin()[1], image.GetOrigin()[2]};
    if (reversed)
        origin = origin + axis(2) * (spacing[2] * static_cast<double>(size[2] - 1));
    const auto geometry =
        VolumeGeometry::make(origin, axis(0), axis(1), {spacing[0]}, {spacing[1]}, {spacing[2]},
                             static_cast<int>(size[0]), static_cast<int>(size[1]), static_cast<int>(size[2]));
    if (!geometry)
        return fail(ErrorCode::Unsupported, path.string(), geometry.error().what);
    return Volume(*geometry, pixelsOf(image, reversed));
}

Result<Volume> read(const fs::path& path, itk::ImageIOBase& io)
{
    const auto file = LoneFile::of(path);
    if (!file)
        return fail(file.error());
    if (auto checked = check(path, *file, io); !checked)
        return fail(checked.error());
    switch (io.GetComponentType()) {
    case Component::CHAR:
    case Component::UCHAR:
    case Component::SHORT:
        return readAs<std::int16_t>(path, *file, io);
    case Component::USHORT:
        return readAs<std::uint16_t>(path, *file, io);
    case Component::INT:
        return readAs<std::int32_t>(path, *file, io);
    case Component::FLOAT:
        return readAs<float>(path, *file, io);
    default:
        return readAs<double>(path, *file, io);
    }
}

} // namespace

Result<Volume> readVolumeFile(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    if (!fs::is_regular_file(path, error))
        return fail(ErrorCode::Unreadable, path.string(), "isn't a file");
    const auto io = imageIoFor(path);
    if (!io)
        return fail(io.error());
    try {
        return read(path, **io);
    } catch (const std::exception& problem) { // ITK's text names source files of ITK
        if (std::string_view(problem.what()).find("orthonormal") != std::string_view::npos)
            return fail(ErrorCode::Unsupported, path.string(), "gives axes that aren't at right angles within rounding",
                        "save it as .nrrd or .mha");
        return fail(ErrorCode::Unreadable, path.string(), "isn't a readable volume file or is cut off",
                    "get a new copy of the file");
    }
}

} // namespace grading
