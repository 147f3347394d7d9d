#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

void addShowCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
