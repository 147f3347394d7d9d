#pragma once

#include "grading/store/Store.h"

#include <string>

namespace grading {

/// {"before": …, "after": …} with the fields of reading and foramina that differ; before is null for a new reading.
[[nodiscard]] std::string changeAsJson(const Reading* before, const Reading& after);

/// The same for a study's images; `before` is null for a new study.
[[nodiscard]] std::string changeAsJson(const StudyImages* before, const StudyImages& after);

/// The reading without its foramina, as its row keeps it.
[[nodiscard]] std::string headerOf(const Reading& reading);

/// UTF-8 without NUL, as both databases take it.
[[nodiscard]] std::string cleanText(const std::string& text);

} // namespace grading
