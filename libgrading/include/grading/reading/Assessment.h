#pragma once

#include "grading/measure/Measurements.h"
#include "grading/reading/Reading.h"
#include "grading/scoring/GradingScheme.h"
#include "grading/scoring/Suggest.h"

#include <optional>

namespace grading {

/// What follows from one foramen's record: derived, never stored.
struct Assessment {
    std::optional<Measurements> measurements; ///< With marks that hold a root.
    std::optional<Suggestion> measured;       ///< From the measurements.
    std::optional<Suggestion> stated;         ///< From the reader's own findings, once any is set.
    /// The reader's grade against `measured`, else against `stated`; none without a grade or without either.
    std::optional<Agreement> agreement;
    Issues issues;

    /// The suggestion that the grade is judged against (cli.md: the measured one where there are marks).
    [[nodiscard]] const Suggestion* basis() const;
};

/// Measures the graded marks and applies the reading's scheme; the other side's and the neighbouring levels' roots are
/// the references. Never fails: what can't be measured is an Issue.
[[nodiscard]] Assessment assess(const Reading& reading, const Foramen& foramen);

} // namespace grading
