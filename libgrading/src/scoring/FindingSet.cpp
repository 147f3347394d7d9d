#include "grading/scoring/FindingSet.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

constexpr std::array allSideStates{SideState::Preserved, SideState::Lost, SideState::NotAssessable};
constexpr std::array allMorphologies{RootMorphology::Normal, RootMorphology::Deformed, RootMorphology::Collapsed,
                                     RootMorphology::NotAssessable};

std::string percent(double share)
{
    return std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
}

std::optional<SideState> stateOf(const SideMeasurement& side)
{
    switch (side.state) {
    case SideCoverageState::Preserved:
        return SideState::Preserved;
    case SideCoverageState::Lost:
        return SideState::Lost;
    case SideCoverageState::Equivocal:
    case SideCoverageState::NotAssessable:
        return SideState::NotAssessable;
    }
    return SideState::NotAssessable;
}

void noteSides(FindingSet& findings, const SliceMeasurements& slice)
{
    const bool notAnnotated = std::all_of(slice.sides.begin(), slice.sides.end(), [](const SideMeasurement& side) {
        return side.cause == SideMeasurement::Cause::FatNotAnnotated;
    });
    if (notAnnotated)
        findings.notes.emplace_back("fat not annotated: no fat is marked and it wasn't recorded that none was seen");
    for (const auto direction : allDirections) {
        const auto& side = slice.side(direction);
        if (side.state == SideCoverageState::Equivocal)
            findings.notes.push_back("fat equivocal on the " + std::string(name(direction)) + " side (" +
                                     percent(side.coverage.value_or(0)) + " covered): either state admitted");
        else if (side.cause == SideMeasurement::Cause::LeavesImage)
            findings.notes.push_back(std::string(name(direction)) +
                                     " side not assessable: it leaves the image; either state admitted");
    }
}

} // namespace

std::string_view name(SideState state)
{
    switch (state) {
    case SideState::Preserved:
        return "preserved";
    case SideState::Lost:
        return "lost";
    case SideState::NotAssessable:
        return "notAssessable";
    }
    return {};
}

std::optional<SideState> parseSideState(std::string_view text)
{
    for (const auto state : allSideStates) {
        if (name(state) == text)
            return state;
    }
    return std::nullopt;
}

std::string_view name(RootMorphology morphology)
{
    switch (morphology) {
    case RootMorphology::Normal:
        return "normal";
    case RootMorphology::Deformed:
        return "deformed";
    case RootMorphology::Collapsed:
        return "collapsed";
    case RootMorphology::NotAssessable:
        return "notAssessable";
    }
    return {};
}

std::optional<RootMorphology> parseRootMorphology(std::string_view text)
{
    for (const auto morphology : allMorphologies) {
        if (name(morphology) == text)
            return morphology;
    }
    return std::nullopt;
}

bool FindingSet::isComplete() const
{
    return root.has_value() && std::all_of(sides.begin(), sides.end(), [](const auto& s) { return s.has_value(); });
}

FindingSet findingsFrom(const SliceMeasurements& slice)
{
    FindingSet findings;
    for (const auto direction : allDirections)
        findings.sides[indexOf(direction)] = stateOf(slice.side(direction));
    noteSides(findings, slice);
    switch (slice.root.state) {
    case RootShapeState::Normal:
        findings.root = RootMorphology::Normal;
        break;
    case RootShapeState::Deformed:
        findings.root = RootMorphology::Deformed;
        break;
    case RootShapeState::NotAssessable:
        findings.root = RootMorphology::NotAssessable;
        findings.notes.push_back("only " + std::to_string(slice.root.pixels) +
                                 " pixels of root are marked, too few to judge its shape");
        break;
    }
    return findings;
}

FindingSet findingsFrom(const Measurements& measurements)
{
    return findingsFrom(measurements.graded());
}

} // namespace grading
