#pragma once

#include "grading/measure/Measurements.h"
#include "grading/scoring/FindingSet.h"
#include "grading/scoring/GradingScheme.h"

#include <array>
#include <string>

namespace grading::scoring {

using LostSides = std::array<bool, 4>; ///< By AnatomicalDirection.

[[nodiscard]] LossPattern patternOf(const LostSides& lost);

/// "fat lost above and in front, kept below and behind: part of both directions", or with what isn't assessable.
[[nodiscard]] std::string sidesInWords(const FindingSet& findings);
/// "root deformed", "root normal in shape", "root not assessable: …".
[[nodiscard]] std::string rootInWords(const FindingSet& findings);
/// "root flattened and indented: deformed is suggested"; empty without any sign.
[[nodiscard]] std::string signsInWords(const RootMeasurement& root);

} // namespace grading::scoring
