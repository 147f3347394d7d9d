#include "VolumeReading.h"

#include "grading/imaging/VolumeFile.h"

#include <itkImage.h>
#include <itkImageFileReader.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace grading {

namespace fs = std::filesystem;
using Component = itk::ImageIOBase::IOComponentType;

namespace {

template <class Value>
Volume::Pixels pixelsOf(const itk::Image<Value, 3>& image, bool isReversed)
{
    const auto size = image.GetLargestPossibleRegion().GetSize();
    const std::size_t sliceSize = size[0] * size[1];
    const Value* start = image.GetBufferPointer();
    std::vector<Value> values(start, start + sliceSize * size[2]);
    for (std::size_t slice = 0; isReversed && slice < size[2]; ++slice)
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
    auto reader = itk::ImageFileReader<itk::Image<Value, 3>>::New();
    reader->SetImageIO(&io);
    reader->SetFileName(file.path().string());
    reader->Update();
    const auto placement = placementOf(*reader->GetOutput(), path);
    if (!placement)
        return fail(placement.error());
    return Volume(placement->geometry, pixelsOf(*reader->GetOutput(), placement->isReversed));
}

Result<Volume> read(const fs::path& path, const LoneFile& file, itk::ImageIOBase& io)
{
    switch (io.GetComponentType()) {
    case Component::CHAR:
    case Component::UCHAR:
    case Component::SHORT:
        return readAs<std::int16_t>(path, file, io);
    case Component::USHORT:
        return readAs<std::uint16_t>(path, file, io);
    case Component::INT:
        return readAs<std::int32_t>(path, file, io);
    case Component::FLOAT:
        return readAs<float>(path, file, io);
    default:
        return readAs<double>(path, file, io);
    }
}

} // namespace

Result<Volume> readVolumeFile(const fs::path& path)
{
    std::optional<Volume> volume;
    const auto done = withVolumeFile(path, [&](const LoneFile& file, itk::ImageIOBase& io) -> Result<void> {
        if (auto checked = checkVolumeHeader(path, file, io, 1); !checked)
            return checked;
        auto values = read(path, file, io);
        if (!values)
            return fail(values.error());
        volume = std::move(*values);
        return {};
    });
    if (!done)
        return fail(done.error());
    return std::move(*volume);
}

} // namespace grading
