#include "ScanCommand.h"

#include "grading/dicom/ScanFolder.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foragrade {

namespace {

struct ScanArguments {
    std::vector<std::filesystem::path> paths;
    bool json = false;
    int jobs = 0;
};

ExitStatus scan(const ScanArguments& arguments)
{
    const auto catalogue = grading::scanFolder(arguments.paths, {arguments.jobs}, terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    return ExitStatus::Done;
}

} // namespace

void addScanCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("scan", "List the studies, series and stacks of a folder");
    auto arguments = std::make_shared<ScanArguments>();
    command->add_option("PATH", arguments->paths, "Folder, DICOMDIR or DICOM files")->required();
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/scan/1) on stdout");
    command->add_option("--jobs", arguments->jobs, "Files read at a time; as many as cores if not given")
        ->check(CLI::Range(1, 256));
    command->footer("Example:\n  foragrade-cli scan /data/study --json > study.json");
    command->callback([arguments, &status] { status = scan(*arguments); });
}

} // namespace foragrade
