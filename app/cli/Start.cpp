#include "Run.h"
#include "ScanCommand.h"
#include "VolumeCommand.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <unistd.h>

// What users call. Loading Qt, ITK, the databases and all that hangs on them takes longer than to read a series, so
// scan and volumes as NIfTI run without; for every other command this process becomes the whole program, which lies
// beside it.

namespace foragrade {

namespace {

void addCommands(CLI::App& app, ExitStatus& status)
{
    addScanCommand(app, status);
    addVolumeCommand(app, status, grading::writeNiftiFile);
}

bool namesNifti(int argc, char** argv)
{
    const auto names = [&](std::initializer_list<std::string_view> endings) {
        return std::any_of(argv + 1, argv + argc, [&](std::string_view argument) {
            return std::ranges::any_of(endings, [&](auto ending) { return argument.ends_with(ending); });
        });
    };
    return names({".nii", ".nii.gz"}) && !names({".nrrd", ".mha"});
}

int becomeWholeProgram(char** argv)
{
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto whole = self.parent_path() / "foragrade-cli-whole";
    ::execv(whole.c_str(), argv);
    std::cerr << "foragrade-cli: " << whole.string() << ": can't be started: " << std::strerror(errno)
              << "; install it beside foragrade-cli\n";
    return static_cast<int>(ExitStatus::Failed);
}

} // namespace

} // namespace foragrade

int main(int argc, char** argv)
{
    const std::string_view command = argc > 1 ? argv[1] : "";
    if (command == "scan" || (command == "volume" && foragrade::namesNifti(argc, argv)))
        return foragrade::runCommands(argc, argv, foragrade::addCommands);
    return foragrade::becomeWholeProgram(argv);
}
