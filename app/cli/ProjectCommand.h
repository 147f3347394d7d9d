#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `project` with new, add, assign, show, list, close; its callbacks leave in `status` how it ended.
void addProjectCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
