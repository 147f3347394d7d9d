#pragma once

#include <filesystem>
#include <string>

namespace grading {

/// The user's own folder of this program: "foragrade" in the one that the variable names, else in that one of the home
/// folder (XDG Base Directory Specification). Empty when there is no home.
[[nodiscard]] std::filesystem::path userFolder(const char* variable, const std::string& inHome);

} // namespace grading
