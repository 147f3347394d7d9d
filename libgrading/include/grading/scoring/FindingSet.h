#pragma once

#include "grading/measure/Measurements.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Fat at one side of the root, as a reader records it. Lost: not separable from the root there.
enum class SideState { Preserved, Lost, NotAssessable };

[[nodiscard]] std::string_view name(SideState state); ///< "preserved", "lost", "notAssessable"
[[nodiscard]] std::optional<SideState> parseSideState(std::string_view name);

enum class RootMorphology { Normal, Deformed, Collapsed, NotAssessable };

[[nodiscard]] std::string_view name(RootMorphology morphology); ///< "normal", "deformed", "collapsed", "notAssessable"
[[nodiscard]] std::optional<RootMorphology> parseRootMorphology(std::string_view name);

/// What a grade rests on. An unset side or root means "not recorded yet".
struct FindingSet {
    std::array<std::optional<SideState>, 4> sides; ///< By AnatomicalDirection.
    std::optional<RootMorphology> root;
    std::vector<std::string> notes; ///< Why something isn't assessable, in words, for the reasons of a suggestion.

    bool operator==(const FindingSet&) const = default;
    [[nodiscard]] std::optional<SideState> side(AnatomicalDirection direction) const
    {
        return sides[indexOf(direction)];
    }
    [[nodiscard]] bool isComplete() const; ///< All four sides and the root are recorded.
};

/// The findings of a slice's measurement: equivocal counts as not assessable, with its own note.
[[nodiscard]] FindingSet findingsFrom(const SliceMeasurements& slice);
/// Those of the graded slice.
[[nodiscard]] FindingSet findingsFrom(const Measurements& measurements);

} // namespace grading
