#include "VolumeCommand.h"

#include "grading/dicom/LoadVolume.h"
#include "grading/dicom/ScanFolder.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foragrade {

namespace {

struct VolumeArguments {
    std::filesystem::path folder;
    std::string stack;
    std::filesystem::path output;
    bool force = false;
    int jobs = 0;
};

ExitStatus writeVolume(const VolumeArguments& arguments)
{
    const auto catalogue = grading::scanFolder({arguments.folder}, {arguments.jobs}, terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    return ExitStatus::Done;
}

} // namespace

void addVolumeCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("volume", "Write one stack as a volume file: modality values, right geometry");
    auto arguments = std::make_shared<VolumeArguments>();
    command->add_option("DIR", arguments->folder, "Folder (or DICOMDIR) that holds the stack")->required();
    command->add_option("--stack", arguments->stack, "The stack's id as `scan` prints it: <SeriesInstanceUID>#<n>");
    command->add_option("-o,--output", arguments->output, "FILE.nrrd, FILE.nii, FILE.nii.gz or FILE.mha")->required();
    command->add_flag("--force", arguments->force, "Replace FILE if it is there");
    command->add_option("--jobs", arguments->jobs, "Files read at a time; as many as cores if not given")
        ->check(CLI::Range(1, 256));
    command->footer("Example:\n  foragrade-cli volume /data/study --stack 1.2.840.1.5#1 -o t2.nrrd");
    command->callback([arguments, &status] { status = writeVolume(*arguments); });
}

} // namespace foragrade
