#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

void addPacsCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
