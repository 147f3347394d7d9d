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
    VolumeTarget target;
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
    if (const auto status = checkTarget(arguments.target); status != ExitStatus::Done)
        return status;
    const auto catalogue = grading::scanFolder({arguments.folder}, scanOptions(arguments.scanning), terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    const auto& typed = arguments.target.stack;
    const std::string which = typed.starts_with('#') ? typed.substr(1) : typed;
    const auto chosen = chooseStack(*catalogue, {arguments.folder, which});
    if (const auto* status = std::get_if<ExitStatus>(&chosen)) {
        printIssues(catalogue->issues); // they often say why
        return *status;
    }
    const auto written = writeStack(*std::get<const grading::Stack*>(chosen), arguments.target, write);
    return written ? ExitStatus::Done : failWith(written.error());
}

} // namespace

void addTarget(CLI::App& command, VolumeTarget& target)
{
    command.add_option("--stack", target.stack,
                       "The stack's id as `scan` prints it: <SeriesInstanceUID>#<n>; not needed when there is one");
    command.add_option("-o,--output", target.output, "FILE.nrrd, FILE.nii, FILE.nii.gz or FILE.mha")->required();
    command.add_flag("--force", target.force, "Replace FILE if it is there");
}

ExitStatus checkTarget(const VolumeTarget& target)
{
    if (!isVolumeName(target.output))
        return failUsage(fmt::format("{}: isn't a volume format known here; use .nrrd, .nii, .nii.gz or .mha",
                                     target.output.string()));
    std::error_code error;
    if (!target.force && fs::exists(target.output, error))
        return failWith({grading::ErrorCode::Exists, target.output.string(), "is there already",
                         "choose another name or use --force"});
    return ExitStatus::Done;
}

grading::Result<void> writeStack(const grading::Stack& stack, const VolumeTarget& target, VolumeWriter write)
{
    const auto volume = grading::loadVolume(stack, terminalProgress());
    if (!volume)
        return grading::fail(volume.error());
    if (auto written = write(target.output, *volume); !written)
        return written;
    printRemarks(stack);
    return {};
}

void addVolumeCommand(CLI::App& app, ExitStatus& status, VolumeWriter write)
{
    auto* command = app.add_subcommand("volume", "Write one stack as a volume file: modality values, right geometry");
    auto arguments = std::make_shared<VolumeArguments>();
    command->add_option("DIR", arguments->folder, "Folder (or DICOMDIR) that holds the stack")->required();
    addTarget(*command, arguments->target);
    addScanOptions(*command, arguments->scanning);
    command->footer("Example:\n  foragrade-cli volume /data/study --stack 1.2.840.1.5#1 -o t2.nrrd");
    command->callback([arguments, &status, write] { status = writeVolume(*arguments, write); });
}

} // namespace foragrade
