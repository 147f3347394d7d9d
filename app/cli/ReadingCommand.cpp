#include "ReadingCommand.h"

#include "ReadingArguments.h"
#include "RenumberCommand.h"
#include "SchemeArgument.h"
#include "StudyOnDisk.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace foragrade {

namespace {

void addStore(CLI::App& command, ReadingArguments& arguments)
{
    command.add_option("--store", arguments.store, "A path (made when missing) or a postgresql:// URL")->required();
    command.add_option("--as", arguments.actor, "Who looks and acts, by person name; the reader if not given");
    command.add_flag("--json", arguments.json, "Print one JSON document");
}

/// Which of several readings of a study by one reader; the one at work if not given.
void addChoice(CLI::App& command, ReadingArguments& arguments)
{
    command.add_option("--project", arguments.project, "That of this project");
    command.add_option("--round", arguments.round, "The first or second reading of a study read twice")
        ->check(CLI::Range(1, 2));
}

} // namespace

void addReadingKey(CLI::App& command, ReadingArguments& arguments)
{
    addStore(command, arguments);
    command.add_option("--study", arguments.study, "Study Instance UID")
        ->required()
        ->check([](const std::string& text) {
            return grading::Uid(text).isValid() ? std::string() : "'" + text + "' isn't a UID";
        });
    command.add_option("--reader", arguments.reader, "Person name, Family^Given")->required();
}

namespace {

void addNew(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("new", "Begin a reader's reading of a study");
    auto arguments = std::make_shared<NewReadingArguments>();
    addReadingKey(*command, *arguments);
    command->add_option("--organization", arguments->organization, "Where the reader works")
        ->required()
        ->check([](const std::string& text) {
            return text.find_first_not_of(' ') == std::string::npos ? std::string("must not be empty") : std::string();
        });
    auto* images = command->add_option("--images", arguments->images,
                                       "Folder that holds the study's images; not needed where the store knows "
                                       "it, as for studies on a project's worklist");
    command->add_option("--pacs", arguments->peer, "The PACS that has them, by its name in the configuration")
        ->excludes(images);
    command->add_option("--role", arguments->role, "performing, reader or adjudicator")
        ->check(CLI::IsMember({"performing", "reader", "adjudicator"}));
    command->add_option("--scheme", arguments->scheme,
                        "Grading scheme that suggests grades: " + schemeIds() +
                            "; or FILE.json, one of your own, which the "
                            "reading then holds in full");
    command->footer("Example:\n  foragrade-cli reading new --store readings.db --study 1.2.840.1 --reader Reader^One "
                    "--organization Hospital --images /data/study");
    command->callback([arguments, &status] { status = newReading(*arguments); });
}

void addShow(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("show", "Print a reading; --json is what `apply` takes");
    auto arguments = std::make_shared<ShowReadingArguments>();
    addReadingKey(*command, *arguments);
    addChoice(*command, *arguments);
    command->add_option("--revision", arguments->revision, "Not the newest one but this")
        ->check(CLI::Range(1, 1000000));
    command->footer(
        "Example:\n  foragrade-cli reading show --store readings.db --study 1.2.840.1 --reader Reader^One --json");
    command->callback([arguments, &status] { status = showReading(*arguments); });
}

void addList(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("list", "Print which readings a store holds, or a reader's worklist");
    auto arguments = std::make_shared<ReadingArguments>();
    addStore(*command, *arguments);
    command->add_option("--project", arguments->project, "The worklist that --reader has in this project");
    command->add_option("--reader", arguments->reader, "Whose worklist, Family^Given")->needs("--project");
    command->footer("Example:\n  foragrade-cli reading list --store readings.db\n"
                    "  foragrade-cli reading list --store study.db --project Narrowing --reader Reader^One --json");
    command->callback([arguments, &status] { status = listReadings(*arguments); });
}

void addApply(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("apply", "Change a reading as a JSON file says, all of it or nothing");
    auto arguments = std::make_shared<ApplyReadingArguments>();
    addStore(*command, *arguments);
    addChoice(*command, *arguments);
    command->add_option("FILE", arguments->file, "As `show --json` prints it, or only the fields to change")
        ->required();
    command->add_option("--images", arguments->images, "Folder of the study's images, if it has moved");
    command->footer("Example:\n  foragrade-cli reading apply --store readings.db edits.json\n"
                    "where edits.json is\n"
                    "  {\"study\": \"1.2.840.1\", \"reader\": \"Reader^One\", \"foramina\": [\n"
                    "    {\"foramen\": \"L4-L5:R\", \"grade\": 2,\n"
                    "     \"marks\": {\"stack\": \"1.2.840.1.5#1\", \"file\": \"l4l5r.nii.gz\"}}]}");
    command->callback([arguments, &status] { status = applyToReading(*arguments); });
}

void addSign(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("sign", "Sign a draft; refused while a grade disagrees without a reason");
    auto arguments = std::make_shared<SignReadingArguments>();
    addReadingKey(*command, *arguments);
    addChoice(*command, *arguments);
    command->add_option("--decision-reason", arguments->decisionReason,
                        "An adjudicator's reason, for each decision that needs one and has none");
    command->footer("Example:\n  foragrade-cli reading sign --store readings.db --study 1.2.840.1 --reader Reader^One");
    command->callback([arguments, &status] { status = signReading(*arguments); });
}

void addSimple(CLI::App& parent, ExitStatus& status, const std::string& name, const std::string& description,
               std::function<ExitStatus(const ReadingArguments&)> action)
{
    auto* command = parent.add_subcommand(name, description);
    auto arguments = std::make_shared<ReadingArguments>();
    addReadingKey(*command, *arguments);
    addChoice(*command, *arguments);
    command->footer("Example:\n  foragrade-cli reading " + name +
                    " --store readings.db --study 1.2.840.1 --reader Reader^One");
    command->callback([arguments, action = std::move(action), &status] { status = action(*arguments); });
}

} // namespace

void addReadingCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("reading", "Begin, show, change, renumber, sign and revise readings in a store");
    command->require_subcommand(1);
    command->footer("Example:\n  foragrade-cli reading list --store readings.db");
    addNew(*command, status);
    addShow(*command, status);
    addList(*command, status);
    addApply(*command, status);
    addRenumberCommand(*command, status);
    addStudyCommands(*command, status);
    addSign(*command, status);
    addSimple(*command, status, "revise", "Make a new draft of a signed reading, which stays as it is", reviseReading);
}

} // namespace foragrade
