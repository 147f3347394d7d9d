#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `reading renumber` below `reading`.
void addRenumberCommand(CLI::App& reading, ExitStatus& status);

} // namespace foragrade
