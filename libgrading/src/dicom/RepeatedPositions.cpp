#include "RepeatedPositions.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace grading {

namespace {

void sortAlong(FrameGroup& frames, PatientVector normal)
{
    std::stable_sort(frames.begin(), frames.end(),
                     [&](const FrameHeader& a, const FrameHeader& b) { return along(a, normal) < along(b, normal); });
}

/// Images of one place side by side; sorts `frames`.
std::vector<FrameGroup> places(FrameGroup frames, PatientVector normal)
{
    sortAlong(frames, normal);
    std::vector<FrameGroup> result;
    double last = 0;
    for (auto& frame : frames) {
        const double at = along(frame, normal);
        if (result.empty() || at - last > samePlace) {
            result.emplace_back();
            last = at;
        }
        result.back().push_back(std::move(frame));
    }
    return result;
}

std::size_t mostRepeats(const FrameGroup& frames, PatientVector normal)
{
    std::size_t most = 0;
    for (const auto& place : places(frames, normal))
        most = std::max(most, place.size());
    return most;
}

std::vector<FrameGroup> partition(const FrameGroup& frames, RepeatKey key)
{
    std::map<std::string, FrameGroup> parts;
    for (const auto& frame : frames)
        parts[frame.repeatKeys[key]].push_back(frame);
    std::vector<FrameGroup> result;
    for (auto& [value, part] : parts)
        result.push_back(std::move(part));
    return result;
}

/// The k-th image made at each place goes into group k.
std::vector<FrameGroup> byOrderMade(const FrameGroup& frames, PatientVector normal)
{
    std::vector<FrameGroup> result;
    for (auto& place : places(frames, normal)) {
        std::sort(place.begin(), place.end(), [](const FrameHeader& a, const FrameHeader& b) {
            return std::tie(a.repeatKeys[AcquisitionKey], a.instanceNumber, a.frame.sopInstance, a.frame.frame) <
                   std::tie(b.repeatKeys[AcquisitionKey], b.instanceNumber, b.frame.sopInstance, b.frame.frame);
        });
        if (result.size() < place.size())
            result.resize(place.size());
        for (std::size_t k = 0; k < place.size(); ++k)
            result[k].push_back(std::move(place[k]));
    }
    return result;
}

} // namespace

double along(const FrameHeader& frame, PatientVector normal)
{
    return dot(frame.frame.position - PatientPoint{}, normal);
}

std::vector<FrameGroup> splitRepeats(FrameGroup frames, PatientVector normal)
{
    const std::size_t repeats = mostRepeats(frames, normal);
    if (repeats <= 1) {
        sortAlong(frames, normal);
        return {std::move(frames)};
    }
    for (int key = 0; key < RepeatKeyCount; ++key) {
        auto parts = partition(frames, static_cast<RepeatKey>(key));
        if (parts.size() < 2)
            continue;
        std::size_t sum = 0;
        for (const auto& part : parts)
            sum += mostRepeats(part, normal);
        if (sum > repeats) // it also separates images that share no place
            continue;
        std::vector<FrameGroup> result;
        for (auto& part : parts) {
            for (auto& group : splitRepeats(std::move(part), normal))
                result.push_back(std::move(group));
        }
        return result;
    }
    auto result = byOrderMade(frames, normal);
    for (auto& group : result)
        sortAlong(group, normal);
    return result;
}

} // namespace grading
