#include "DeidentifyCommand.h"

#include "grading/dicom/Deidentify.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace foragrade {

namespace {

using grading::DeidentifyOptions;

struct DeidentifyArguments {
    grading::DeidentifyRequest request;
    std::filesystem::path keyFile;
    std::string profile = "basic";
    bool json = false;
};

void print(const grading::DeidentifyResult& result, bool asJson)
{
    if (asJson) {
        printJson({{"schema", "foragrade/deidentify/1"},
                   {"patients", result.patients},
                   {"studies", result.studies},
                   {"images", result.images},
                   {"segmentations", result.segmentations},
                   {"documents", result.documents},
                   {"leftOut", result.leftOut},
                   {"skipped", result.skipped},
                   {"issues", toJson(result.issues)}});
        return;
    }
    printIssues(result.issues);
    std::cout << result.patients << " patients, " << result.studies << " studies: " << result.images << " images, "
              << result.segmentations << " segmentations, " << result.documents
              << " reports and key objects; nothing that identifies anybody was found in them\n";
    if (result.skipped > 0)
        std::cout << result.skipped << " files aren't DICOM and were not copied\n";
}

ExitStatus run(const DeidentifyArguments& arguments)
{
    const auto pseudonyms = grading::Pseudonyms::fromKeyFile(arguments.keyFile);
    if (!pseudonyms)
        return failWith(pseudonyms.error());
    const auto result = grading::deidentify(arguments.request, *pseudonyms, terminalProgress());
    clearProgress();
    if (!result)
        return failWith(result.error());
    print(*result, arguments.json);
    return ExitStatus::Done;
}

void addOptions(CLI::App& command, DeidentifyArguments& arguments)
{
    static const std::map<std::string, DeidentifyOptions::Dates> dates{{"remove", DeidentifyOptions::Dates::Remove},
                                                                       {"shift", DeidentifyOptions::Dates::Shift}};
    static const std::map<std::string, DeidentifyOptions::Descriptors> descriptors{
        {"remove", DeidentifyOptions::Descriptors::Remove},
        {"clean", DeidentifyOptions::Descriptors::Clean},
        {"keep", DeidentifyOptions::Descriptors::Keep}};
    auto& options = arguments.request.options;
    command.add_option("--profile", arguments.profile, "basic: PS3.15 Basic Profile")->check(CLI::IsMember({"basic"}));
    command.add_option("--keep-dates", options.dates, "remove (default), or shift all dates of a patient alike")
        ->transform(CLI::CheckedTransformer(dates));
    command
        .add_option("--descriptions", options.descriptors,
                    "Descriptions, labels and comments: clean (default: imaging words stay), remove, or keep")
        ->transform(CLI::CheckedTransformer(descriptors));
    command.add_flag("--keep-device", options.keepDevice, "Keep station names, serial numbers, detectors");
    command.add_flag("--keep-patient", options.keepPatientCharacteristics, "Keep sex, age (up to 90), size, weight");
    command.add_flag("--leave-out-risky", options.leaveOutRisky,
                     "Leave out files that may show text or can't be cleaned, in place of refusing");
    command.add_flag("--json", arguments.json, "One JSON document (foragrade/deidentify/1) on stdout");
}

} // namespace

void addDeidentifyCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("deidentify", "Copy images, segmentations and reports without identity");
    auto arguments = std::make_shared<DeidentifyArguments>();
    arguments->request.inputs.resize(1);
    command->add_option("IN", arguments->request.inputs.front(), "Folder or file")->required();
    command->add_option("OUT", arguments->request.output, "A new folder, or an empty one")->required();
    command
        ->add_option("--key-file", arguments->keyFile,
                     "The project's secret, 16 bytes or more: the same key gives the same pseudonyms again")
        ->required();
    addOptions(*command, *arguments);
    command->footer("Every file is searched for what identifies anybody before one appears.\nExample:\n"
                    "  head -c 32 /dev/urandom | base64 > project.key\n"
                    "  foragrade-cli deidentify clinic shared --key-file project.key --keep-dates shift");
    command->callback([arguments, &status] { status = run(*arguments); });
}

} // namespace foragrade
