#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace grading {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// HMAC-SHA256 (RFC 2104) as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string hmacSha256(std::string_view key, std::string_view bytes);

/// SHA-256 of a file's contents, read piece by piece. NotFound, Unreadable.
[[nodiscard]] Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace grading
