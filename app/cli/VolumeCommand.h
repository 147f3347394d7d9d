#pragma once

#include "Output.h"

#include "grading/imaging/VolumeFile.h"

namespace CLI {
class App;
}

namespace foragrade {

using VolumeWriter = grading::Result<void> (*)(const std::filesystem::path&, const grading::Volume&);

/// Adds `volume`, which writes by `write`; its callback leaves in `status` how it ended.
void addVolumeCommand(CLI::App& app, ExitStatus& status, VolumeWriter write);

} // namespace foragrade
