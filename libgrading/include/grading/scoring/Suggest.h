#pragma once

#include "grading/scoring/FindingSet.h"
#include "grading/scoring/Grade.h"
#include "grading/scoring/GradingScheme.h"

#include <string>
#include <vector>

namespace grading {

/// The grades that findings admit under a scheme. Never replaces the reader's grade.
struct Suggestion {
    std::string scheme;
    std::string schemeVersion;
    std::string parameters;           ///< Id of the measurement parameters; empty when the findings are a reader's own.
    std::vector<std::string> grades;  ///< Admissible ones in the scheme's words ("1", "C14"), ascending, never empty.
    std::vector<std::string> reasons; ///< Plain sentences without a full stop.
    bool isReadersScale = true;       ///< The scheme's grades are the reader's 0–3.

    bool operator==(const Suggestion&) const = default;
    [[nodiscard]] std::vector<Grade> readersGrades() const; ///< Those on the 0–3 scale.
};

/// Sides or a root that aren't assessable or not recorded expand to both of their states; the set is the union.
[[nodiscard]] Suggestion suggest(const FindingSet& findings, const GradingScheme& scheme);
/// From the graded slice, with the measurement's own reasons and parameter id.
[[nodiscard]] Suggestion suggest(const Measurements& measurements, const GradingScheme& scheme);

/// The slice whose suggestion reaches highest: greatest last grade, then greatest first one, then the least fat, then
/// the lower number.
struct WorstSlice {
    int slice = 0; ///< from 0
    Suggestion suggestion;
};
[[nodiscard]] WorstSlice worstSlice(const Measurements& measurements, const GradingScheme& scheme);

enum class Agreement {
    Agrees, ///< The only admissible grade, or nothing to compare with (a scheme of another scale).
    Soft,   ///< One of several.
    Hard,   ///< Outside the set: can be signed only with a reason.
};

[[nodiscard]] std::string_view name(Agreement agreement); ///< "agrees", "soft", "hard"
[[nodiscard]] Agreement check(Grade grade, const Suggestion& suggestion);

} // namespace grading
