#pragma once

#include <string>
#include <string_view>

namespace grading {

/// Empty when pixels in this transfer syntax can be read here; else its name and UID, for people.
[[nodiscard]] std::string undecodableName(std::string_view transferSyntax);

} // namespace grading
