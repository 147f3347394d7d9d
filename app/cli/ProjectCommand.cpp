#include "ProjectCommand.h"

#include "ProjectArguments.h"

#include "grading/scoring/GradingScheme.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foragrade {

namespace {

void addActor(CLI::App& command, ProjectArguments& arguments)
{
    command.add_option("--as", arguments.actor, "Who acts: a manager's person name, Family^Given")->required();
}

/// Store, project and --json, which every sub-command has.
CLI::App* addOne(CLI::App& parent, const std::string& name, const std::string& description, ProjectArguments& arguments)
{
    auto* command = parent.add_subcommand(name, description);
    command->add_option("--store", arguments.store, "A path or a postgresql:// URL")->required();
    command->add_option("--project", arguments.project, "The project's name")->required();
    command->add_flag("--json", arguments.json, "One JSON document (foragrade/project/1) on stdout");
    return command;
}

CLI::IsMember schemeNames()
{
    std::vector<std::string> ids;
    for (const auto& scheme : grading::gradingSchemes())
        ids.push_back(scheme.id);
    return CLI::IsMember(ids);
}

void addNew(CLI::App& parent, ExitStatus& status)
{
    auto arguments = std::make_shared<NewProjectArguments>();
    auto* command = addOne(parent, "new", "Begin a labelling study with its rules", *arguments);
    addActor(*command, *arguments);
    auto& protocol = arguments->protocol;
    command->add_option("--organization", arguments->organization, "Where the manager works")->required();
    command->add_option("--scheme", protocol.scheme, "Grading scheme that suggests grades")->check(schemeNames());
    command->add_option("--foramina", arguments->foramina, "To be graded: L4-L5:R, or L4-L5 for both; L1-L2 to L5-S1")
        ->delimiter(',');
    command->add_option("--structures", arguments->structures, "To be marked: nerveRoot,perineuralFat,foramenOutline")
        ->delimiter(',')
        ->check(CLI::IsMember({"nerveRoot", "perineuralFat", "foramenOutline"}));
    command->add_option("--blind", arguments->blindTo, "identity,otherReaders,suggestion,ownEarlier (all), or none")
        ->delimiter(',')
        ->check(CLI::IsMember({"identity", "otherReaders", "suggestion", "ownEarlier", "none"}));
    command->add_option("--readers-per-study", protocol.readersPerStudy, "2 if not given")->check(CLI::Range(1, 100));
    command->add_option("--repeat", protocol.repeatPercent, "Percent of each reader's studies to be read twice")
        ->check(CLI::Range(0, 100));
    command->add_option("--washout", protocol.washoutDays, "Days between first and second reading, 28 if not given")
        ->check(CLI::Range(0, 3650));
    command->add_option("--dice", protocol.diceBelow, "Overlap of marks below which readers differ, 0.7 if not given")
        ->check(CLI::Range(0.0, 1.0));
    command->add_option("--seed", protocol.seed, "Of every order and choice, 1 if not given");
    command->footer("Example:\n  foragrade-cli project new --store study.db --project Narrowing --as Manager^One "
                    "--organization Hospital --structures nerveRoot,perineuralFat --repeat 20 --washout 28");
    command->callback([arguments, &status] { status = newProject(*arguments); });
}

void addAdd(CLI::App& parent, ExitStatus& status)
{
    auto arguments = std::make_shared<AddMemberArguments>();
    auto* command = addOne(parent, "add", "Let somebody take part", *arguments);
    addActor(*command, *arguments);
    command->add_option("--reader", arguments->member.name, "Person name, Family^Given")->required();
    command->add_option("--organization", arguments->member.organization, "Where that person works")->required();
    command->add_option("--role", arguments->role, "reader, adjudicator or manager")
        ->check(CLI::IsMember({"reader", "adjudicator", "manager"}));
    command->footer("Example:\n  foragrade-cli project add --store study.db --project Narrowing --as Manager^One "
                    "--reader Reader^One --organization Hospital");
    command->callback([arguments, &status] { status = addToProject(*arguments); });
}

void addAssign(CLI::App& parent, ExitStatus& status)
{
    auto arguments = std::make_shared<AssignArguments>();
    auto* command = addOne(parent, "assign", "Give studies to the readers, in an order of each one's own", *arguments);
    addActor(*command, *arguments);
    auto* images = command->add_option("--images", arguments->images, "Folders that hold the studies' images");
    auto* studies = command->add_option("--study", arguments->studies, "Only these, by Study Instance UID");
    command->add_option("--pacs", arguments->peer, "A PACS that has them, by its name in the configuration")
        ->needs(studies)
        ->excludes(images);
    command->add_option("--due", arguments->due, "When first readings are due, 2026-05-31")
        ->check([](const std::string& text) {
            const auto time = grading::toIso8601(grading::fromIso8601(text + "T00:00:00.000Z"));
            return time.substr(0, 10) == text ? std::string() : "'" + text + "' isn't a date like 2026-05-31";
        });
    command->footer("Example:\n  foragrade-cli project assign --store study.db --project Narrowing --as Manager^One "
                    "--images /data/cases --due 2026-05-31\n"
                    "  foragrade-cli project assign --store study.db --project Narrowing --as Manager^One "
                    "--pacs hospital --study 1.2.840.1");
    command->callback([arguments, &status] { status = assignToProject(*arguments); });
}

void addShowListClose(CLI::App& parent, ExitStatus& status)
{
    auto shown = std::make_shared<ProjectArguments>();
    auto* command =
        addOne(parent, "show", "Print a project's rules and members, and to its manager the progress", *shown);
    command->add_option("--as", shown->actor, "Who looks");
    command->footer("Example:\n  foragrade-cli project show --store study.db --project Narrowing --as Manager^One");
    command->callback([shown, &status] { status = showProject(*shown); });

    auto listed = std::make_shared<ProjectArguments>();
    command = parent.add_subcommand("list", "Print which projects a store holds");
    command->add_option("--store", listed->store, "A path or a postgresql:// URL")->required();
    command->add_flag("--json", listed->json, "One JSON document (foragrade/project-list/1) on stdout");
    command->footer("Example:\n  foragrade-cli project list --store study.db");
    command->callback([listed, &status] { status = listProjects(*listed); });

    auto closed = std::make_shared<ProjectArguments>();
    command = addOne(parent, "close", "End a project: nothing new begins and nothing is hidden any more", *closed);
    addActor(*command, *closed);
    command->footer("Example:\n  foragrade-cli project close --store study.db --project Narrowing --as Manager^One");
    command->callback([closed, &status] { status = closeProject(*closed); });
}

void addAdjudication(CLI::App& parent, ExitStatus& status)
{
    auto shown = std::make_shared<ProjectArguments>();
    auto* command = addOne(parent, "differences", "Print where the readers of a study don't agree", *shown);
    addActor(*command, *shown);
    command->footer(
        "Example:\n  foragrade-cli project differences --store study.db --project Narrowing --as Adjudicator^One");
    command->callback([shown, &status] { status = showDifferences(*shown); });

    auto decided = std::make_shared<AdjudicateArguments>();
    command =
        addOne(parent, "adjudicate", "Begin the deciding reading of a study, to be applied to and signed", *decided);
    addActor(*command, *decided);
    command->add_option("--study", decided->study, "Study Instance UID")->required();
    command->footer("Example:\n  foragrade-cli project adjudicate --store study.db --project Narrowing "
                    "--as Adjudicator^One --study 1.2.840.1");
    command->callback([decided, &status] { status = adjudicate(*decided); });
}

} // namespace

void addProjectCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("project", "Labelling studies: rules, readers, worklists, progress");
    command->require_subcommand(1);
    command->footer("Example:\n  foragrade-cli project list --store study.db");
    addNew(*command, status);
    addAdd(*command, status);
    addAssign(*command, status);
    addShowListClose(*command, status);
    addAdjudication(*command, status);
}

} // namespace foragrade
