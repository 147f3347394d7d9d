#pragma once

#include "grading/base/Error.h"
#include "grading/base/Issue.h"
#include "grading/base/Progress.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace foragrade {

/// What the program ends with; fixed for scripts.
enum class ExitStatus {
    Done = 0,    ///< Issues may have been printed.
    Failed = 1,  ///< Unreadable input, nothing usable.
    Usage = 2,   ///< Wrong options or arguments.
    Refused = 3, ///< Would overwrite, identity would leak, a contradiction without a reason.
};

/// Exists and Refused end with 3, everything else with 1.
[[nodiscard]] ExitStatus exitStatusOf(grading::ErrorCode code);

/// Prints the error's one line to stderr.
[[nodiscard]] ExitStatus failWith(const grading::Error& error);

/// Prints one line to stderr; what the user typed can't be done whatever the files hold.
[[nodiscard]] ExitStatus failUsage(std::string_view text);

/// Prints each Issue as one line to stderr: "warning: where: text".
void printIssues(const grading::Issues& issues);

/// One document and a line end on stdout; text that isn't UTF-8 is mended, never thrown at.
void printJson(const nlohmann::ordered_json& document);

[[nodiscard]] nlohmann::ordered_json toJson(const grading::Issues& issues);

/// Text out of a file made fit for a terminal: control characters become '?'.
[[nodiscard]] std::string printable(std::string_view text);

/// Shows percent and what is being done on stderr when it is a terminal; stops on Ctrl-C.
[[nodiscard]] grading::Progress terminalProgress();

/// Wipes the progress line, so that what follows starts on a clean one.
void clearProgress();

} // namespace foragrade
