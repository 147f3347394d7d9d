#include "Parts.h"

#include <cmath>
#include <functional>

namespace grading::measuring {

namespace {

/// Marked pixels of each slice that has any.
struct SliceArea {
    int slice = 0;
    SquareMillimetres area;
};

std::vector<SliceArea> areasOf(const std::vector<int>& slices, const VolumeGeometry& geometry,
                               const std::function<std::size_t(int)>& pixels)
{
    std::vector<SliceArea> areas;
    for (const int slice : slices)
        areas.push_back({slice, geometry.pixelArea() * static_cast<double>(pixels(slice))});
    return areas;
}

/// Cavalieri's sum, each slice as thick as the distance to the next. The body begins and ends anywhere between the last
/// marked slice's centre and the next one's: taken whole, an end slice is right on average, with the standard deviation
/// of an even distribution over one distance (1/√12 of it).
MarkedVolume volumeOf(const std::vector<SliceArea>& areas, const VolumeGeometry& geometry)
{
    if (areas.empty())
        return {};
    double sum = 0;
    for (const auto& entry : areas)
        sum += entry.area.value;
    const double spacing = geometry.sliceSpacing().value;
    const double ends = std::hypot(areas.front().area.value, areas.back().area.value);
    return {{sum * spacing}, {ends * spacing / std::sqrt(12.0)}};
}

void reportEnds(Measurements& result, const std::vector<int>& rootSlices, const VolumeGeometry& geometry)
{
    if (geometry.slices() == 1)
        return;
    if (rootSlices.front() == 0 || rootSlices.back() == geometry.slices() - 1)
        result.issues.push_back({Severity::Info,
                                 "root-reaches-the-stacks-end",
                                 {},
                                 "The root is marked up to the first or last slice of the stack, so it may go on "
                                 "beyond; volumes hold what is marked."});
    if (rootSlices.back() - rootSlices.front() + 1 != static_cast<int>(rootSlices.size()))
        result.issues.push_back({Severity::Info,
                                 "root-skips-slices",
                                 {},
                                 "Between slices with a root lies one without; volumes lack its share."});
}

} // namespace

void measureVolumes(Measurements& result, const LabelMap& marks, const VolumeGeometry& geometry)
{
    const auto structure = [&](Structure which) {
        return volumeOf(
            areasOf(marks.markedSlices(which), geometry, [&, which](int slice) { return marks.count(which, slice); }),
            geometry);
    };
    const auto rootSlices = marks.markedSlices(Structure::NerveRoot);
    result.rootVolume = structure(Structure::NerveRoot);
    result.fatVolume = structure(Structure::PerineuralFat);
    result.foramenVolume = volumeOf(areasOf(marks.markedSlices(Structure::ForamenOutline), geometry,
                                            [&](int slice) { return marks.markedPixels(slice).count(); }),
                                    geometry);
    reportEnds(result, rootSlices, geometry);
    int outlined = 0;
    int narrow = 0;
    for (const auto& slice : result.slices) {
        if (slice.outline && slice.fat.coverage) {
            ++outlined;
            narrow += *slice.fat.coverage < 0.5 ? 1 : 0;
        }
    }
    if (outlined > 0)
        result.stenoticLengthRatio = static_cast<double>(narrow) / outlined;
}

} // namespace grading::measuring
