#include "models/ForamenPlaces.h"

#include "models/Midline.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace foragrade {
namespace {

using grading::Foramen;
using grading::PatientPoint;

constexpr double acrossMidline = 6;  ///< mm beyond it that a mark may lie
constexpr double acrossLevels = 0.6; ///< of the distance to the next level

/// Middle of the marks on the graded slice, else on the one with the most of them.
std::optional<PatientPoint> middleOfMarks(const grading::StackMarks& marks)
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
    return pixels.isEmpty() ? std::nullopt : std::optional(middleOf(pixels, marks.geometry, slice));
}

std::map<Foramen, PatientPoint> markedPlaces(const grading::Reading& reading, const grading::Uid& frame)
{
    std::map<Foramen, PatientPoint> known;
    for (const auto& [foramen, record] : reading.foramina) {
        const auto* marks = record.gradedMarks();
        if (marks == nullptr || marks->frameOfReference != frame)
            continue;
        if (const auto middle = middleOfMarks(*marks))
            known[foramen] = *middle;
    }
    return known;
}

/// The way back from a foramen to its disc in a spine that stands upright.
PatientPoint discOf(const Foramen& foramen, const PatientPoint& point)
{
    grading::PlacedLevel upright;
    upright.level = foramen.level;
    upright.towardsHead = grading::patient::superior;
    return point + (PatientPoint{} - grading::foramenBeside(upright, foramen.side, 0));
}

} // namespace

PatientPoint middleOf(const grading::PixelSet& pixels, const grading::VolumeGeometry& geometry, int slice)
{
    double columns = 0;
    double rows = 0;
    for (const auto& span : pixels.spans()) {
        const double count = span.end - span.begin;
        columns += count * (span.begin + span.end - 1) / 2;
        rows += count * span.row;
    }
    const auto count = static_cast<double>(pixels.count());
    return geometry.toPatient(grading::ContinuousIndex{columns / count, rows / count, static_cast<double>(slice)});
}

std::vector<grading::PlacedLevel> spineOf(const grading::Reading& reading, const grading::Uid& frame)
{
    const auto named = grading::levelsAlongSpine(reading.levelPlaces, reading.numbering, frame);
    if (!named.empty())
        return named;
    std::vector<grading::LevelPlace> guessed;
    for (const auto& [foramen, point] : markedPlaces(reading, frame)) {
        const auto disc = discOf(foramen, point);
        const bool isBelow = guessed.empty() || disc.z < guessed.back().point.z;
        if (isBelow && (guessed.empty() || guessed.back().level != foramen.level))
            guessed.push_back({foramen.level, disc, frame});
    }
    return grading::levelsAlongSpine(guessed, reading.numbering, frame);
}

ForamenPlace placeOf(const Foramen& foramen, const grading::Reading& reading, const grading::Stack& sagittal)
{
    const auto known = markedPlaces(reading, sagittal.frameOfReference);
    if (const auto own = known.find(foramen); own != known.end())
        return {own->second, true};
    const auto& geometry = *sagittal.geometry;
    const double midline = midlineOf(sagittal);
    const double beside = grading::foramenFromMidline(foramen.level).value;
    const double x = midline + (foramen.side == grading::Side::Left ? beside : -beside);
    if (const auto other = known.find({foramen.level, grading::opposite(foramen.side)}); other != known.end())
        return {{x, other->second.y, other->second.z}, true};
    for (const auto& level : spineOf(reading, sagittal.frameOfReference)) {
        if (level.level == foramen.level)
            return {grading::foramenBeside(level, foramen.side, midline), true};
    }
    const auto middle =
        geometry.toPatient(grading::ContinuousIndex{(geometry.columns() - 1) / 2.0, (geometry.rows() - 1) / 2.0, 0});
    return {{x, middle.y, middle.z}, false};
}

std::optional<Foramen> likelierForamen(const Foramen& current, const PatientPoint& point,
                                       const grading::Reading& reading, const grading::Uid& frame,
                                       std::optional<double> midline)
{
    Foramen likelier = current;
    if (midline && std::abs(point.x - *midline) > acrossMidline)
        likelier.side = point.x > *midline ? grading::Side::Left : grading::Side::Right;
    const auto spine = spineOf(reading, frame);
    // Distances are measured from foramina, which lie above their discs.
    const auto above = [&](const grading::PlacedLevel& level) {
        return dot(point - grading::foramenBeside(level, likelier.side, point.x), level.towardsHead);
    };
    const auto here =
        std::find_if(spine.begin(), spine.end(), [&](const auto& level) { return level.level == current.level; });
    if (here != spine.end()) {
        const auto nearest = std::min_element(spine.begin(), spine.end(), [&](const auto& a, const auto& b) {
            return std::abs(above(a)) < std::abs(above(b));
        });
        const auto next =
            above(*here) > 0 ? (here == spine.begin() ? here : here - 1) : (here + 1 == spine.end() ? here : here + 1);
        const double step = length(next->point - here->point);
        if (nearest != here && std::abs(above(*here)) > acrossLevels * step)
            likelier.level = nearest->level;
    }
    return likelier == current ? std::nullopt : std::optional(likelier);
}

} // namespace foragrade
