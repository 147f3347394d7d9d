#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `volume`; its callback leaves in `status` how it ended.
void addVolumeCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
