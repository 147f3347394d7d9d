#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `scan`; its callback leaves in `status` how it ended.
void addScanCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
