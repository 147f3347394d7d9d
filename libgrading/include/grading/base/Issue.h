#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grading {

enum class Severity { Info, Warning, Error };

[[nodiscard]] std::string_view name(Severity severity); ///< "info", "warning", "error"

/// Something odd but usable: carried beside the value it concerns, shown to the user, never swallowed.
struct Issue {
    Severity severity = Severity::Warning;
    std::string code;  ///< Stable, kebab-case, for programs: "missing-slice".
    std::string where; ///< File, stack or foramen it concerns; may be empty.
    std::string text;  ///< One plain sentence.

    bool operator==(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

} // namespace grading
