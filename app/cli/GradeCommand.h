#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `grade`; its callback leaves in `status` how it ended.
void addGradeCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
