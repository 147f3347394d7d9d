#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `reading` with new, show, list, apply, sign, revise; its callbacks leave in `status` how it ended.
void addReadingCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
