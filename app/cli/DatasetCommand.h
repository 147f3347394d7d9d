#pragma once

#include "Output.h"

namespace CLI {
class App;
}

namespace foragrade {

/// `dataset export|merge`: readings as a data set for research.
void addDatasetCommand(CLI::App& app, ExitStatus& status);

} // namespace foragrade
