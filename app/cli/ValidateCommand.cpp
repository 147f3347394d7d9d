#include "ValidateCommand.h"

#include "grading/dicom/Validate.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct ValidateArguments {
    std::vector<std::filesystem::path> paths;
    bool json = false;
};

ExitStatus validate(const ValidateArguments& arguments)
{
    const auto result = grading::validateObjects(arguments.paths, terminalProgress());
    clearProgress();
    if (!result)
        return failWith(result.error());
    const bool isFaultless = result->isFaultless();
    if (arguments.json) {
        printJson({{"schema", "foragrade/validate/1"},
                   {"reports", result->reports},
                   {"segmentations", result->segmentations},
                   {"others", result->others},
                   {"faultless", isFaultless},
                   {"issues", toJson(result->issues)}});
    } else {
        printIssues(result->issues);
        std::cout << result->reports << " reports and " << result->segmentations
                  << " segmentations: " << (isFaultless ? "nothing wrong" : "see what is wrong above") << '\n';
    }
    return isFaultless ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

void addValidateCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("validate", "Check reports and segmentations, anybody's, and say what is wrong");
    auto arguments = std::make_shared<ValidateArguments>();
    command
        ->add_option("PATH", arguments->paths,
                     "SR and SEG files, or folders; with images, references to them are "
                     "checked too")
        ->required();
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/validate/1) on stdout");
    command->footer("Ends with 1 when anything is wrong.\nExample:\n  foragrade-cli validate report.dcm segmentations");
    command->callback([arguments, &status] { status = validate(*arguments); });
}

} // namespace foragrade
