#include "models/ForamenPlaces.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace foragrade {
namespace {

using grading::Foramen;
using grading::PatientPoint;

constexpr double foramenFromMidline = 17; ///< mm
constexpr double levelHeight = 33;        ///< mm

/// Middle of the marks on the graded slice, else on the one with the most of them.
std::optional<PatientPoint> middleOf(const grading::StackMarks& marks)
{
    grading::PixelSet pixels;
    int slice = 0;
    for (const int each : marks.labels.markedSlices()) {
        auto found = marks.labels.markedPixels(each);
        if (each == marks.gradedSlice || (slice != marks.gradedSlice && found.count() > pixels.count())) {
            pixels = std::move(found);
            slice = each;
        }
    }
    if (pixels.isEmpty())
        return {};
    double columns = 0;
    double rows = 0;
    for (const auto& span : pixels.spans()) {
        const double count = span.end - span.begin;
        columns += count * (span.begin + span.end - 1) / 2;
        rows += count * span.row;
    }
    const auto count = static_cast<double>(pixels.count());
    return marks.geometry.toPatient(
        grading::ContinuousIndex{columns / count, rows / count, static_cast<double>(slice)});
}

double sign(grading::Side side)
{
    return side == grading::Side::Left ? 1 : -1;
}

} // namespace

double midlineOf(const grading::VolumeGeometry& sagittal)
{
    return sagittal
        .toPatient(grading::ContinuousIndex{(sagittal.columns() - 1) / 2.0, (sagittal.rows() - 1) / 2.0,
                                            (sagittal.slices() - 1) / 2.0})
        .x;
}

ForamenPlace placeOf(const Foramen& foramen, const grading::Reading& reading, const std::vector<Foramen>& foramina,
                     const grading::Stack& sagittal)
{
    std::map<Foramen, PatientPoint> known;
    for (const auto& [each, record] : reading.foramina) {
        const auto* marks = record.gradedMarks();
        if (marks == nullptr || marks->frameOfReference != sagittal.frameOfReference)
            continue;
        if (const auto middle = middleOf(*marks))
            known[each] = *middle;
    }
    if (const auto own = known.find(foramen); own != known.end())
        return {own->second, true};

    const auto& geometry = *sagittal.geometry;
    const double beside = midlineOf(geometry) + sign(foramen.side) * foramenFromMidline;
    const auto row = [&](const Foramen& f) {
        return (std::find(foramina.begin(), foramina.end(), f) - foramina.begin()) / 2;
    };
    const std::pair<const Foramen, PatientPoint>* nearest = nullptr;
    for (const auto& each : known) {
        if (nearest == nullptr ||
            std::abs(row(each.first) - row(foramen)) < std::abs(row(nearest->first) - row(foramen)))
            nearest = &each;
    }
    if (nearest != nullptr) {
        const double levels = static_cast<double>(row(foramen) - row(nearest->first));
        return {{beside, nearest->second.y, nearest->second.z - levels * levelHeight}, true};
    }
    const auto middle =
        geometry.toPatient(grading::ContinuousIndex{(geometry.columns() - 1) / 2.0, (geometry.rows() - 1) / 2.0, 0});
    return {{beside, middle.y, middle.z}, false};
}

} // namespace foragrade
