#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `import`; its callback leaves in `status` how it ended.
void addImportCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
