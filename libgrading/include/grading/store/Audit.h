#pragma once

#include "grading/base/Issue.h"

#include <cstdint>
#include <string>

namespace grading {

/// A line of the log and its hash, as noted down outside of the store: nothing up to it can be changed unseen then.
struct LogMark {
    std::int64_t number = 0;
    std::string hash; ///< SHA-256, 64 hexadecimal digits.

    bool operator==(const LogMark&) const = default;
};

/// What checking a whole store found.
struct AuditReport {
    LogMark head; ///< The newest line.
    int schemaVersion = 0;
    int studies = 0;
    int revisions = 0; ///< Readings, each revision counted.
    int projects = 0;
    /// Each names one row: "altered-log-line", "missing-log-line", "altered-row", "unlogged-row", "missing-row",
    /// "damaged-database", "broken-promise" for a line that isn't as it was noted.
    Issues problems;
    /// Nothing is altered, but a person should know: "clock-back" for a line dated five minutes or more before the
    /// line that it follows. A clock that was set, and set back, can have let a washout pass.
    Issues remarks;

    [[nodiscard]] bool isWhole() const { return problems.empty(); }
};

} // namespace grading
