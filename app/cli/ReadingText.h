#pragma once

#include "grading/reading/Reading.h"
#include "grading/store/Store.h"

#include <string>
#include <vector>

namespace foragrade {

/// The reading for a terminal: who, what, and a line a foramen with grade, suggestion, sides and root.
[[nodiscard]] std::string textOf(const grading::Reading& reading);

/// A line a reading.
[[nodiscard]] std::string textOf(const std::vector<grading::ReadingSummary>& readings);

} // namespace foragrade
