#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// A whole run of `foragrade-cli` with the commands that `addCommands` adds: what main returns. Wrong usage and what
/// nobody caught become one line on stderr.
int runCommands(int argc, char** argv, void (*addCommands)(CLI::App& app, ExitStatus& status));

} // namespace foragrade
