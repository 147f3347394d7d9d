#include "VolumeReading.h"

#include "grading/imaging/LabelFile.h"
#include "grading/imaging/VolumeFile.h"

#include <itkImageFileReader.h>
#include <itkMetaDataObject.h>
#include <itkVectorImage.h>

#include <cstdlib>
#include <limits>

namespace grading {

namespace fs = std::filesystem;
using Component = itk::ImageIOBase::IOComponentType;

namespace {

constexpr unsigned mostLayers = 1000;

/// Segment0_Name, Segment0_LabelValue, Segment0_Layer, Segment1_… (Slicer's vtkMRMLSegmentationStorageNode).
std::vector<NamedLabel> namesFrom(const itk::MetaDataDictionary& header)
{
    std::vector<NamedLabel> names;
    for (int i = 0;; ++i) {
        const auto field = [&](const char* key) {
            std::string value;
            itk::ExposeMetaData<std::string>(header, "Segment" + std::to_string(i) + "_" + key, value);
            return value;
        };
        const auto name = field("Name");
        if (name.empty() && field("ID").empty())
            return names;
        const auto value = field("LabelValue");
        names.push_back({std::atoi(field("Layer").c_str()), value.empty() ? i + 1 : std::atoi(value.c_str()),
                         name.empty() ? field("ID") : name});
    }
}

bool isInteger(Component component)
{
    return component != Component::FLOAT && component != Component::DOUBLE && component != Component::LDOUBLE;
}

Result<std::vector<Volume>> readLayers(const fs::path& path, const LoneFile& file, itk::ImageIOBase& io)
{
    if (!isInteger(io.GetComponentType()))
        return fail(ErrorCode::Unsupported, path.string(), "has several values a voxel that aren't labels",
                    "give a label image");
    const auto count = io.GetNumberOfComponents();
    auto reader = itk::ImageFileReader<itk::VectorImage<std::int32_t, 3>>::New();
    reader->SetImageIO(&io);
    reader->SetFileName(file.path().string());
    reader->Update();
    const auto placement = placementOf(*reader->GetOutput(), path);
    if (!placement)
        return fail(placement.error());
    const auto& grid = placement->geometry;
    const auto sliceSize = static_cast<std::size_t>(grid.columns()) * static_cast<std::size_t>(grid.rows());
    const auto slices = static_cast<std::size_t>(grid.slices());
    const std::int32_t* values = reader->GetOutput()->GetBufferPointer();
    std::vector<Volume> layers;
    for (unsigned layer = 0; layer < count; ++layer) {
        std::vector<std::int32_t> labels(grid.voxelCount());
        for (std::size_t slice = 0; slice < slices; ++slice) {
            const auto from = placement->isReversed ? slices - 1 - slice : slice;
            for (std::size_t i = 0; i < sliceSize; ++i)
                labels[slice * sliceSize + i] = values[(from * sliceSize + i) * count + layer];
        }
        layers.emplace_back(grid, std::move(labels));
    }
    return layers;
}

} // namespace

Result<LabelFile> readLabelFile(const fs::path& path)
{
    LabelFile labels;
    bool isLayered = false;
    const auto done = withVolumeFile(path, [&](const LoneFile& file, itk::ImageIOBase& io) -> Result<void> {
        if (auto checked = checkVolumeHeader(path, file, io, mostLayers); !checked)
            return checked;
        labels.names = namesFrom(io.GetMetaDataDictionary());
        isLayered = io.GetNumberOfComponents() > 1;
        if (!isLayered)
            return {};
        auto layers = readLayers(path, file, io);
        if (!layers)
            return fail(layers.error());
        labels.layers = std::move(*layers);
        return {};
    });
    if (!done)
        return fail(done.error());
    if (isLayered)
        return labels;
    auto volume = readVolumeFile(path);
    if (!volume)
        return fail(volume.error());
    labels.layers.push_back(std::move(*volume));
    return labels;
}

} // namespace grading
