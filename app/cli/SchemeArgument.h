#pragma once

#include "Output.h"

#include "grading/scoring/GradingScheme.h"

#include <string>
#include <variant>

namespace foragrade {

/// The built-in schemes' ids, separated by commas, for help and messages.
[[nodiscard]] std::string schemeIds();

/// A scheme as it is written on the command line: a built-in one's id, or FILE.json with one's own. Else the exit
/// status after one line on stderr: 2 for a name that is neither, 1 for a file that doesn't hold a scheme.
[[nodiscard]] std::variant<grading::GradingScheme, ExitStatus> chooseScheme(const std::string& text);

} // namespace foragrade
