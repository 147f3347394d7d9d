#include "grading/marks/Interpolation.h"

#include "DistanceField.h"

namespace grading {

using detail::Field;

PixelSet shapeBetween(const VolumeGeometry& geometry, const PixelSet& from, const PixelSet& to, double share)
{
    if (from.isEmpty() || to.isEmpty())
        return {};
    const PixelSet both = from.unitedWith(to);
    const auto signedDistance = [&](const PixelSet& pixels) {
        Field field = Field::around(both, 1);
        field.set(pixels, true);
        auto distances = field.distanceTo(false, geometry);
        const auto outside = field.distanceTo(true, geometry);
        for (std::size_t i = 0; i < distances.size(); ++i)
            distances[i] -= outside[i];
        return distances;
    };
    const auto first = signedDistance(from);
    const auto second = signedDistance(to);
    return Field::around(both, 1).where([&](std::size_t i) { return (1 - share) * first[i] + share * second[i] > 0; });
}

LabelMap interpolated(const LabelMap& marks, const VolumeGeometry& geometry, Structure structure)
{
    LabelMap result = marks;
    const auto slices = marks.markedSlices(structure);
    for (std::size_t i = 0; i + 1 < slices.size(); ++i) {
        const auto from = marks.pixels(slices[i], structure);
        const auto to = marks.pixels(slices[i + 1], structure);
        for (int slice = slices[i] + 1; slice < slices[i + 1]; ++slice) {
            const double share = static_cast<double>(slice - slices[i]) / (slices[i + 1] - slices[i]);
            result = result.filled(slice, shapeBetween(geometry, from, to, share), structure);
        }
    }
    return result;
}

} // namespace grading
