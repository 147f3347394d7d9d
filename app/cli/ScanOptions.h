#pragma once

#include "grading/dicom/ScanFolder.h"

namespace CLI {
class App;
}

namespace foragrade {

/// What commands that scan a folder can be told about it.
struct ScanArguments {
    int jobs = 0;
    bool isFresh = false; ///< Nothing from earlier scans.
};

/// Adds --jobs and --no-cache; `arguments` must outlive the parsing.
void addScanOptions(CLI::App& command, ScanArguments& arguments);

[[nodiscard]] grading::ScanOptions scanOptions(const ScanArguments& arguments = {});

} // namespace foragrade
