#include "VolumeCommand.h"

#include "ScanOptions.h"
#include "StackArgument.h"

#include "grading/dicom/LoadVolume.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace foragrade {

namespace fs = std::filesystem;

namespace {

struct VolumeArguments {
    fs::path folder;
    std::string stack;
    fs::path output;
    bool force = false;
    ScanArguments scanning;
};

bool isVolumeName(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.ends_with(".nrrd") || name.ends_with(".nii") || name.ends_with(".nii.gz") || name.ends_with(".mha");
}

/// What the stack's own Issues and gaps mean for the written volume.
void printRemarks(const grading::Stack& stack)
{
    grading::Issues issues = stack.issues;
    for (auto& issue : issues)
        issue.where = stack.id;
    for (const int slice : stack.missingSlices)
        issues.push_back({grading::Severity::Warning, "filled-slice", stack.id,
                          fmt::format("Slice {} of the volume is the average of its neighbours.", slice + 1)});
    printIssues(issues);
}

ExitStatus writeVolume(const VolumeArguments& arguments, VolumeWriter write)
{
    if (!isVolumeName(arguments.output))
        return failUsage(fmt::format("{}: isn't a volume format known here; use .nrrd, .nii, .nii.gz or .mha",
                                     arguments.output.string()));
    std::error_code error;
    if (!arguments.force && fs::exists(arguments.output, error))
        return failWith({grading::ErrorCode::Exists, arguments.output.string(), "is there already",
                         "choose another name or use --force"});
    const auto catalogue = grading::scanFolder({arguments.folder}, scanOptions(arguments.scanning), terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    const std::string which = arguments.stack.starts_with('#') ? arguments.stack.substr(1) : arguments.stack;
    const auto chosen = chooseStack(*catalogue, {arguments.folder, which});
    if (const auto* status = std::get_if<ExitStatus>(&chosen)) {
        printIssues(catalogue->issues); // they often say why
        return *status;
    }
    const auto& stack = *std::get<const grading::Stack*>(chosen);
    const auto volume = grading::loadVolume(stack, terminalProgress());
    if (!volume)
        return failWith(volume.error());
    if (const auto written = write(arguments.output, *volume); !written)
        return failWith(written.error());
    printRemarks(stack);
    return ExitStatus::Done;
}

} // namespace

void addVolumeCommand(CLI::App& app, ExitStatus& status, VolumeWriter write)
{
    auto* command = app.add_subcommand("volume", "Write one stack as a volume file: modality values, right geometry");
    auto arguments = std::make_shared<VolumeArguments>();
    command->add_option("DIR", arguments->folder, "Folder (or DICOMDIR) that holds the stack")->required();
    command->add_option("--stack", arguments->stack,
                        "The stack's id as `scan` prints it: <SeriesInstanceUID>#<n>; not needed when there is one");
    command->add_option("-o,--output", arguments->output, "FILE.nrrd, FILE.nii, FILE.nii.gz or FILE.mha")->required();
    command->add_flag("--force", arguments->force, "Replace FILE if it is there");
    addScanOptions(*command, arguments->scanning);
    command->footer("Example:\n  foragrade-cli volume /data/study --stack 1.2.840.1.5#1 -o t2.nrrd");
    command->callback([arguments, &status, write] { status = writeVolume(*arguments, write); });
}

} // namespace foragrade
