#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace grading {

/// The whole file as bytes. NotFound, Unreadable; Refused above `limit` bytes.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = 512u << 20);

/// Writes under a temporary name in the same folder, flushes to the disk, renames. On failure (Io) the old file, if
/// any, is untouched and no temporary file is left.
Result<void> writeFile(const std::filesystem::path& path, std::string_view bytes);

/// The same for writers that want a path of their own: `write` gets the temporary path, which has the target's
/// file extension(s). Its error is handed on.
Result<void> writeFileBy(const std::filesystem::path& path,
                         const std::function<Result<void>(const std::filesystem::path&)>& write);

} // namespace grading
