#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace grading {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same of a file's contents, read piece by piece. NotFound, Unreadable.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace grading
