#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `export`; its callback leaves in `status` how it ended.
void addExportCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
