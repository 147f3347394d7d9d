#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `store` with verify, backup, log; its callbacks leave in `status` how it ended.
void addStoreCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
