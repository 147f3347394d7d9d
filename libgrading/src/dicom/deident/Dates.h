#pragma once

#include <chrono>
#include <string>

namespace grading {

/// A DA or DT moved by whole days; time of day and offset stay. Empty when it has no full day or isn't a date.
[[nodiscard]] std::string shiftedDate(const std::string& date, std::chrono::days by);

inline constexpr const char* dummyDay = "19000101";

} // namespace grading
