#pragma once

#include "Output.h"

#include "grading/imaging/SeriesCatalogue.h"

#include <filesystem>

namespace CLI {
class App;
}

namespace foragrade {

/// Adds `scan`; its callback leaves in `status` how it ended.
void addScanCommand(CLI::App& app, ExitStatus& status);

/// As `scan` prints it; files are named relative to `base`, unless that is empty.
void printScan(const grading::SeriesCatalogue& catalogue, const std::filesystem::path& base, bool json);

} // namespace foragrade
