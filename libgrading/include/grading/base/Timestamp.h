#pragma once

#include <chrono>
#include <string>

namespace grading {

/// A moment in UTC, to the millisecond.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] Timestamp now();
[[nodiscard]] std::string toIso8601(Timestamp time);          ///< "2026-03-02T09:15:04.250Z"
[[nodiscard]] Timestamp fromIso8601(const std::string& text); ///< Epoch when `text` isn't of that form.

} // namespace grading
