#include "grading/report/KeyImage.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

constexpr Millimetres fieldOfView{64};

/// The middle of the marks' bounding box on the slice.
SlicePoint middleOf(const PixelSet& pixels)
{
    int left = pixels.spans().front().begin;
    int right = pixels.spans().front().end;
    for (const auto& span : pixels.spans()) {
        left = std::min(left, span.begin);
        right = std::max(right, span.end);
    }
    return {(left + right - 1) / 2.0, (pixels.spans().front().row + pixels.spans().back().row) / 2.0};
}

/// From slice pixels to the picture's.
struct Crop {
    SlicePoint middle;
    double columnsPerPixel = 1;
    double rowsPerPixel = 1;
    int size = 0; ///< Of the picture, in its pixels.

    [[nodiscard]] SlicePoint inSlice(int x, int y) const
    {
        return {middle.column + (x + 0.5 - size / 2.0) * columnsPerPixel,
                middle.row + (y + 0.5 - size / 2.0) * rowsPerPixel};
    }
    [[nodiscard]] SlicePoint inPicture(SlicePoint point) const
    {
        return {size / 2.0 + (point.column - middle.column) / columnsPerPixel,
                size / 2.0 + (point.row - middle.row) / rowsPerPixel};
    }
};

Crop cropAround(SlicePoint middle, const VolumeGeometry& geometry)
{
    // Three picture pixels to one of the slice keep the slice's own pixels from showing as steps in print.
    const double finest = std::min(geometry.columnSpacing().value, geometry.rowSpacing().value);
    const double pixel = std::clamp(finest / 3, 0.15, 0.35);
    Crop crop;
    crop.middle = middle;
    crop.columnsPerPixel = pixel / geometry.columnSpacing().value;
    crop.rowsPerPixel = pixel / geometry.rowSpacing().value;
    crop.size = static_cast<int>(std::lround(fieldOfView.value / pixel));
    return crop;
}

std::vector<std::uint8_t> greyOf(const Crop& crop, int slice, const Volume& volume, const DisplayWindow& window)
{
    std::vector<std::uint8_t> grey(static_cast<std::size_t>(crop.size) * static_cast<std::size_t>(crop.size), 0);
    auto pixel = grey.begin();
    for (int y = 0; y < crop.size; ++y) {
        for (int x = 0; x < crop.size; ++x, ++pixel) {
            const auto place = crop.inSlice(x, y);
            const bool isInside = place.column >= -0.5 && place.row >= -0.5 &&
                                  place.column <= volume.geometry().columns() - 0.5 &&
                                  place.row <= volume.geometry().rows() - 0.5;
            if (isInside) {
                const double value = volume.inSlice(place.column, place.row, slice);
                *pixel = static_cast<std::uint8_t>(std::lround(255 * window.fraction(value)));
            }
        }
    }
    return grey;
}

std::vector<KeyImageOutline> outlinesOf(const Crop& crop, const LabelMap& labels, int slice)
{
    std::vector<KeyImageOutline> all;
    for (const auto structure : {Structure::ForamenOutline, Structure::PerineuralFat, Structure::NerveRoot}) {
        // The label is what is left around root and fat; the foramen that a reader sees is all three.
        const PixelSet own = labels.pixels(slice, structure);
        const PixelSet pixels =
            structure == Structure::ForamenOutline && !own.isEmpty() ? labels.markedPixels(slice) : own;
        KeyImageOutline outline{structure, {}};
        for (const auto& contour : outlines(pixels)) {
            std::vector<SlicePoint> line;
            for (const auto& point : contour.points)
                line.push_back(crop.inPicture(point));
            outline.lines.push_back(std::move(line));
        }
        if (!outline.lines.empty())
            all.push_back(std::move(outline));
    }
    return all;
}

} // namespace

KeyImage cutKeyImage(const Foramen& foramen, const StackMarks& marks, int slice, const Volume& volume,
                     const DisplayWindow& window)
{
    GRADING_EXPECTS(volume.geometry().matches(marks.geometry));
    GRADING_EXPECTS(slice >= 0 && slice < volume.geometry().slices());
    const auto& geometry = volume.geometry();
    const PixelSet marked = marks.labels.markedPixels(slice);
    const SlicePoint middle =
        marked.isEmpty() ? SlicePoint{geometry.columns() / 2.0, geometry.rows() / 2.0} : middleOf(marked);
    const Crop crop = cropAround(middle, geometry);

    KeyImage image;
    image.foramen = foramen;
    image.width = crop.size;
    image.height = crop.size;
    image.pixelSize = geometry.columnSpacing() * crop.columnsPerPixel;
    image.grey = greyOf(crop, slice, volume, window);
    image.rightLetters = orientationLetters(geometry.rowDirection());
    image.leftLetters = orientationLetters(-geometry.rowDirection());
    image.bottomLetters = orientationLetters(geometry.columnDirection());
    image.topLetters = orientationLetters(-geometry.columnDirection());
    image.outlines = outlinesOf(crop, marks.labels, slice);
    return image;
}

} // namespace grading
