#include "ScanOptions.h"

#include <CLI/CLI.hpp>

namespace foragrade {

void addScanOptions(CLI::App& command, ScanArguments& arguments)
{
    command.add_option("--jobs", arguments.jobs, "Files read at a time; as many as cores if not given")
        ->check(CLI::Range(1, 256));
    command.add_flag("--no-cache", arguments.isFresh, "Read every header again and remember nothing");
}

grading::ScanOptions scanOptions(const ScanArguments& arguments)
{
    grading::ScanOptions options;
    options.jobs = arguments.jobs;
    if (!arguments.isFresh)
        options.cache = grading::scanCacheFolder();
    return options;
}

} // namespace foragrade
