#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `deidentify`; its callback leaves in `status` how it ended.
void addDeidentifyCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
