#pragma once

#include "grading/report/Report.h"

#include <string>
#include <vector>

namespace grading::report {

/// The report in a few sentences, the worst first: "Severe narrowing (Grade 3): L5-S1 left (L5 root deformed)."
[[nodiscard]] std::vector<std::string> impression(const Report& report);

/// One sentence for each grade that lies outside what its findings admit, with the reader's reason.
[[nodiscard]] std::vector<std::string> contradictions(const Report& report);

} // namespace grading::report
