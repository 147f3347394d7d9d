#pragma once

#include "grading/reading/Reading.h"
#include "grading/store/Store.h"

#include <string>
#include <vector>

namespace foragrade {

/// Whether a foramen's suggestion may be seen at once, or after the reader has graded it.
enum class Suggestions { Shown, OnceGraded };

/// As the reading's project rules for who looks.
[[nodiscard]] Suggestions suggestionsIn(const grading::Store& store, const grading::Reading& reading);

/// The reading for a terminal: who, what, and a line a foramen with grade, suggestion, sides and root.
[[nodiscard]] std::string textOf(const grading::Reading& reading, Suggestions suggestions = Suggestions::Shown);

/// A line a reading.
[[nodiscard]] std::string textOf(const std::vector<grading::ReadingSummary>& readings);

} // namespace foragrade
