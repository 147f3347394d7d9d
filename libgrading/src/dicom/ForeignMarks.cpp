#include "SegmentNaming.h"

#include "grading/imaging/LabelFile.h"

#include <cmath>
#include <map>
#include <set>

namespace grading {

namespace {

constexpr std::size_t mostLabels = 2000; ///< More are values of a picture.

/// Runs of one value, by value and slice.
using Runs = std::map<int, std::map<int, std::vector<PixelSpan>>>;

/// False when a value isn't a whole number from 0, or there are too many.
bool addRuns(const Volume& labels, Runs& runs)
{
    const auto& grid = labels.geometry();
    bool isGood = true;
    std::visit(
        [&](const auto& pixels) {
            std::size_t at = 0;
            for (int line = 0; isGood && line < grid.slices() * grid.rows(); ++line) {
                for (int column = 0; column < grid.columns();) {
                    const double value = static_cast<double>(pixels[at]);
                    const int begin = column;
                    while (column < grid.columns() && static_cast<double>(pixels[at]) == value) {
                        ++column;
                        ++at;
                    }
                    if (value == 0)
                        continue;
                    isGood = isGood && value == std::floor(value) && value >= 1 && value < 1e9;
                    if (!isGood)
                        return;
                    runs[static_cast<int>(value)][line / grid.rows()].push_back({line % grid.rows(), begin, column});
                }
                isGood = runs.size() <= mostLabels;
            }
        },
        labels.pixels());
    return isGood;
}

Segment segmentFrom(int number, std::string label, std::map<int, std::vector<PixelSpan>> slices)
{
    Segment segment;
    segment.number = number;
    segment.label = std::move(label);
    segment.algorithm = "imported label image";
    for (auto& [slice, spans] : slices)
        segment.slices.emplace(slice, PixelSet(std::move(spans)));
    return segment;
}

/// Slicer's names first, numbered by value where one layer holds all, else by their order; then what has no name.
std::vector<Segment> segmentsFrom(const LabelFile& file, std::vector<Runs> layers)
{
    std::vector<Segment> segments;
    const bool isOneLayer = layers.size() == 1;
    int number = 0;
    for (const auto& named : file.names) {
        ++number;
        if (named.layer < 0 || static_cast<std::size_t>(named.layer) >= layers.size())
            continue;
        auto& runs = layers[static_cast<std::size_t>(named.layer)];
        const auto found = runs.find(named.value);
        if (found == runs.end())
            continue;
        segments.push_back(segmentFrom(isOneLayer ? named.value : number, named.name, std::move(found->second)));
        runs.erase(found);
    }
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        for (auto& [value, slices] : layers[layer]) {
            const auto label = "label " + std::to_string(value) +
                               (isOneLayer ? std::string() : " of layer " + std::to_string(layer + 1));
            segments.push_back(segmentFrom(isOneLayer ? value : ++number, label, std::move(slices)));
        }
    }
    return segments;
}

} // namespace

bool isLabelImage(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    for (const char* ending : {".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".NII", ".NII.GZ", ".NRRD", ".MHA"}) {
        if (name.ends_with(ending))
            return true;
    }
    return false;
}

Result<Segmentation> readForeignMarks(const std::filesystem::path& path)
{
    if (!isLabelImage(path))
        return readSegmentation(path);
    const auto file = readLabelFile(path);
    if (!file)
        return fail(file.error());
    std::vector<Runs> layers;
    for (const auto& layer : file->layers) {
        if (!addRuns(layer, layers.emplace_back()))
            return fail(ErrorCode::Unsupported, path.string(), "holds values that aren't labels",
                        "give a label image: whole numbers from 0, one a structure");
    }
    Segmentation marks;
    marks.geometry = file->layers.front().geometry();
    marks.segments = segmentsFrom(*file, std::move(layers));
    if (marks.segments.empty())
        return fail(ErrorCode::NotFound, path.string(), "marks nothing", "give a label image with labels");
    return marks;
}

} // namespace grading
