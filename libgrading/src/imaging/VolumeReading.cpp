#include "VolumeReading.h"

#include "VolumeExtent.h"
#include "VolumeFormat.h"

#include <cmath>
#include <string_view>

namespace grading {

namespace fs = std::filesystem;

namespace {

constexpr double largestVolume = 16.0 * (1u << 30); ///< Bytes.
constexpr double largestRatio = 1100;               ///< What deflate reaches at most, a little more.

} // namespace

Result<void> checkVolumeHeader(const fs::path& path, const LoneFile& file, itk::ImageIOBase& io,
                               unsigned mostComponents)
{
    if (!hasReadableHeader(path))
        return fail(ErrorCode::Unreadable, path.string(), "isn't a readable volume file", "get a new copy of the file");
    io.SetFileName(file.path().string());
    io.ReadImageInformation();
    const auto unsupported = [&](const char* what) { return fail(ErrorCode::Unsupported, path.string(), what); };
    if (io.GetNumberOfComponents() > mostComponents)
        return unsupported("has more than one value a voxel");
    double bytes = io.GetComponentSize() * io.GetNumberOfComponents();
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

Result<VolumePlacement> placementOf(const itk::ImageBase<3>& image, const fs::path& path)
{
    const auto& direction = image.GetDirection();
    const auto axis = [&](unsigned i) { return PatientVector{direction[0][i], direction[1][i], direction[2][i]}; };
    const auto size = image.GetLargestPossibleRegion().GetSize();
    const auto spacing = image.GetSpacing();
    const PatientVector normal = cross(axis(0), axis(1));
    const double handedness = dot(normal, axis(2));
    if (std::abs(std::abs(handedness) - 1) > 1e-3)
        return fail(ErrorCode::Unsupported, path.string(), "has slices that don't lie on one line along their normal");
    const bool isReversed = handedness < 0;
    PatientPoint origin{image.GetOrigin()[0], image.GetOrigin()[1], image.GetOrigin()[2]};
    if (isReversed)
        origin = origin + axis(2) * (spacing[2] * static_cast<double>(size[2] - 1));
    const auto geometry =
        VolumeGeometry::make(origin, axis(0), axis(1), {spacing[0]}, {spacing[1]}, {spacing[2]},
                             static_cast<int>(size[0]), static_cast<int>(size[1]), static_cast<int>(size[2]));
    if (!geometry)
        return fail(ErrorCode::Unsupported, path.string(), geometry.error().what);
    return VolumePlacement{*geometry, isReversed};
}

Result<void> withVolumeFile(const fs::path& path,
                            const std::function<Result<void>(const LoneFile&, itk::ImageIOBase&)>& read)
{
    std::error_code error;
    if (!fs::exists(path, error))
        return fail(ErrorCode::NotFound, path.string(), "doesn't exist", "check the name");
    if (!fs::is_regular_file(path, error))
        return fail(ErrorCode::Unreadable, path.string(), "isn't a file");
    const auto io = imageIoFor(path);
    if (!io)
        return fail(io.error());
    const auto file = LoneFile::of(path);
    if (!file)
        return fail(file.error());
    try {
        return read(*file, **io);
    } catch (const std::exception& problem) { // ITK's text names source files of ITK
        if (std::string_view(problem.what()).find("orthonormal") != std::string_view::npos)
            return fail(ErrorCode::Unsupported, path.string(), "gives axes that aren't at right angles within rounding",
                        "save it as .nrrd or .mha");
        return fail(ErrorCode::Unreadable, path.string(), "isn't a readable volume file or is cut off",
                    "get a new copy of the file");
    }
}

} // namespace grading
