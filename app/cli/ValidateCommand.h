#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `validate`; its callback leaves in `status` how it ended.
void addValidateCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
