#include "grading/reading/LevelPlaces.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grading {

namespace {

/// From the middle of the disc above that vertebra to the one below, adults, rounded. mm
double heightOf(const Vertebra& vertebra)
{
    switch (vertebra.region) {
    case Region::Cervical:
        return 17;
    case Region::Thoracic:
        return 17 + vertebra.number * 11 / 12.0;
    case Region::Lumbar:
        return 35;
    case Region::Sacral:
    case Region::Coccygeal:
        break;
    }
    return 25;
}

struct Known {
    std::size_t index = 0; ///< Among the levels.
    PatientPoint point;
};

/// Levels from `from` to the one below or above it in a straight line with a slant that dies out.
class Run {
public:
    Run(const std::vector<Level>& levels, const std::vector<Known>& known) : m_levels(levels), m_known(known) {}

    [[nodiscard]] PatientPoint placeOf(std::size_t index) const
    {
        const auto after =
            std::find_if(m_known.begin(), m_known.end(), [&](const Known& k) { return k.index >= index; });
        if (after != m_known.end() && after->index == index)
            return after->point;
        if (after == m_known.begin())
            return beyond(m_known.front(), m_known.size() > 1 ? &m_known[1] : nullptr, index);
        if (after == m_known.end())
            return beyond(m_known.back(), m_known.size() > 1 ? &m_known[m_known.size() - 2] : nullptr, index);
        const auto& before = *(after - 1);
        const double share = way(before.index, index) / way(before.index, after->index);
        return before.point + (after->point - before.point) * share;
    }

    /// Usual length of the spine between two levels. mm
    [[nodiscard]] double way(std::size_t from, std::size_t to) const
    {
        double sum = 0;
        for (auto i = std::min(from, to); i < std::max(from, to); ++i)
            sum += heightOf(m_levels[i].lower);
        return sum;
    }

private:
    [[nodiscard]] PatientPoint beyond(const Known& end, const Known* next, std::size_t index) const
    {
        double size = 1;
        PatientVector slant;
        const double up = index < end.index ? 1 : -1;
        if (next != nullptr) {
            const auto run = end.point - next->point;
            size = std::clamp(length(run) / way(end.index, next->index), 0.7, 1.3);
            if (std::abs(run.z) > 1)
                slant = PatientVector{run.x, run.y, 0} * (1 / std::abs(run.z));
        }
        PatientPoint at = end.point;
        for (auto i = end.index; i != index; i = up > 0 ? i - 1 : i + 1) {
            slant = slant * 0.5;
            at = at + normalized(slant + PatientVector{0, 0, up}) * (size * way(i, up > 0 ? i - 1 : i + 1));
        }
        return at;
    }

    const std::vector<Level>& m_levels;
    const std::vector<Known>& m_known;
};

PatientVector towardsHead(const std::vector<PlacedLevel>& levels, std::size_t i)
{
    const auto& above = levels[i > 0 ? i - 1 : i].point;
    const auto& below = levels[i + 1 < levels.size() ? i + 1 : i].point;
    const auto run = normalized(above - below);
    return length(run) > 0 ? run : patient::superior;
}

} // namespace

std::vector<PlacedLevel> levelsAlongSpine(const std::vector<LevelPlace>& places, const SpineNumbering& numbering,
                                          const Uid& frameOfReference)
{
    const auto levels = numbering.levels();
    std::vector<Known> known;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        for (const auto& place : places) {
            if (place.level == levels[i] && place.frameOfReference == frameOfReference)
                known.push_back({i, place.point});
        }
    }
    std::vector<PlacedLevel> result;
    if (known.empty())
        return result;
    const Run run(levels, known);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        PlacedLevel placed{levels[i], run.placeOf(i), false, patient::superior, {std::numeric_limits<double>::max()}};
        for (const auto& each : known) {
            placed.isPointedAt |= each.index == i;
            placed.fromPointedAt.value = std::min(placed.fromPointedAt.value, run.way(i, each.index));
        }
        if (levels[i].region() != Region::Sacral || i <= known.back().index)
            result.push_back(placed);
    }
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i].towardsHead = towardsHead(result, i);
    return result;
}

Millimetres foramenFromMidline(const Level& level)
{
    switch (level.region()) {
    case Region::Cervical:
        return {13};
    case Region::Thoracic:
        return {14};
    default:
        return {level.lower.region == Region::Sacral ? 21.0 : 17.0};
    }
}

PatientPoint foramenBeside(const PlacedLevel& level, Side side, double midline)
{
    const auto region = level.level.region();
    const double back = region == Region::Lumbar ? 20 : region == Region::Thoracic ? 16 : 9;
    const double above = region == Region::Lumbar ? 8 : region == Region::Thoracic ? 5 : 0;
    const auto behind = normalized(patient::posterior - level.towardsHead * level.towardsHead.y);
    auto point = level.point + behind * back + level.towardsHead * above;
    point.x = midline + (side == Side::Left ? 1 : -1) * foramenFromMidline(level.level).value;
    return point;
}

const PlacedLevel* nearestLevel(const std::vector<PlacedLevel>& levels, const PatientPoint& point)
{
    const auto along = [&](const PlacedLevel& level) { return std::abs(dot(point - level.point, level.towardsHead)); };
    const auto nearest = std::min_element(levels.begin(), levels.end(),
                                          [&](const auto& a, const auto& b) { return along(a) < along(b); });
    return nearest == levels.end() ? nullptr : &*nearest;
}

} // namespace grading
