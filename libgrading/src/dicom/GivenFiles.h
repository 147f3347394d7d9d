#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// The files themselves and all that folders hold, sorted, each once. NotFound: a path that isn't there.
[[nodiscard]] Result<std::vector<std::filesystem::path>> filesIn(const std::vector<std::filesystem::path>& paths);

/// SOP class of a structured report, key object selections included.
[[nodiscard]] bool isReport(const std::string& sopClass);

} // namespace grading
