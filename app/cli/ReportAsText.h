#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <string>

namespace foragrade {

/// A structured report of anybody, laid out for a terminal. As `grading::readableReport`.
[[nodiscard]] grading::Result<std::string> reportAsText(const std::filesystem::path& path);

} // namespace foragrade
