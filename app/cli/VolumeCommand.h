#pragma once

#include "Output.h"

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/VolumeFile.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace foragrade {

using VolumeWriter = grading::Result<void> (*)(const std::filesystem::path&, const grading::Volume&);

/// Adds `volume`, which writes by `write`; its callback leaves in `status` how it ended.
void addVolumeCommand(CLI::App& app, ExitStatus& status, VolumeWriter write);

/// Which stack to write where, as typed.
struct VolumeTarget {
    std::string stack;
    std::filesystem::path output;
    bool force = false;
};

void addTarget(CLI::App& command, VolumeTarget& target);
/// Done, or the exit status after a line on stderr: of no known format, or there already.
[[nodiscard]] ExitStatus checkTarget(const VolumeTarget& target);
/// Loads the stack, writes it, says what was odd.
[[nodiscard]] grading::Result<void> writeStack(const grading::Stack& stack, const VolumeTarget& target,
                                               VolumeWriter write);

} // namespace foragrade
