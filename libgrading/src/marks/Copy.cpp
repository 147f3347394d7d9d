#include "grading/marks/Interpolation.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace grading {

namespace {

/// The part of `target`'s slice that can hold a mark of one source slice, as a box of pixels.
struct Box {
    int firstColumn;
    int lastColumn;
    int firstRow;
    int lastRow;
};

Box boxOf(const VolumeGeometry& target, const VolumeGeometry& source, const LabelMap& marks)
{
    ContinuousIndex low{1e9, 1e9, 1e9};
    ContinuousIndex high{-1e9, -1e9, -1e9};
    for (const int slice : marks.markedSlices()) {
        const auto field = marks.markedPixels(slice);
        for (const auto& span : field.spans()) {
            for (const double column : {span.begin - 1.0, double(span.end)}) {
                for (const double row : {span.row - 1.0, span.row + 1.0}) {
                    for (const double beside : {slice - 0.5, slice + 0.5}) {
                        const auto place = target.toIndex(source.toPatient(ContinuousIndex{column, row, beside}));
                        low = {std::min(low.column, place.column), std::min(low.row, place.row), 0};
                        high = {std::max(high.column, place.column), std::max(high.row, place.row), 0};
                    }
                }
            }
        }
    }
    const auto within = [](double value, int size) {
        return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(size - 1)));
    };
    return {within(std::floor(low.column), target.columns()), within(std::ceil(high.column), target.columns()),
            within(std::floor(low.row), target.rows()), within(std::ceil(high.row), target.rows())};
}

} // namespace

LabelMap copiedTo(const VolumeGeometry& target, const LabelMap& marks, const VolumeGeometry& source)
{
    LabelMap result(target.columns(), target.rows(), target.slices());
    if (marks.isEmpty())
        return result;
    const Box box = boxOf(target, source, marks);
    for (int slice = 0; slice < target.slices(); ++slice) {
        std::map<Structure, std::vector<PixelSpan>> spans;
        for (int row = box.firstRow; row <= box.lastRow; ++row) {
            for (int column = box.firstColumn; column <= box.lastColumn; ++column) {
                const VoxelIndex from = source.nearestVoxel(target.toPatient(VoxelIndex{column, row, slice}));
                if (!source.contains(from))
                    continue;
                if (const auto structure = marks.at(from))
                    spans[*structure].push_back({row, column, column + 1});
            }
        }
        for (auto& [structure, list] : spans)
            result = result.filled(slice, PixelSet(std::move(list)), structure);
    }
    return result;
}

} // namespace grading
