#include "RenumberCommand.h"

#include "ReadingArguments.h"
#include "ReadingText.h"

#include "grading/reading/ReadingJson.h"
#include "grading/store/StoredSession.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>
#include <optional>

namespace foragrade {

namespace {

/// What isn't given stays as it is.
struct RenumberArguments : ReadingArguments {
    int shift = 0;
    std::optional<int> thoracic;
    std::optional<int> lumbar;
    std::string transition;
    std::string castellvi;
    std::string countedFrom;
    bool certain = false;
    bool unsure = false;
};

grading::SpineNumbering numberingFrom(grading::SpineNumbering numbering, const RenumberArguments& arguments)
{
    numbering.thoracic = arguments.thoracic.value_or(numbering.thoracic);
    numbering.lumbar = arguments.lumbar.value_or(numbering.lumbar);
    numbering.transition = grading::parseTransition(arguments.transition).value_or(numbering.transition);
    numbering.castellvi = grading::parseCastellvi(arguments.castellvi).value_or(numbering.castellvi);
    numbering.countedFrom = grading::parseCountedFrom(arguments.countedFrom).value_or(numbering.countedFrom);
    numbering.isCertain = arguments.certain || (numbering.isCertain && !arguments.unsure);
    return numbering;
}

ExitStatus renumber(const RenumberArguments& arguments)
{
    auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    auto session = grading::openSession(*store, grading::Uid(arguments.study), arguments.reader, arguments.choice());
    if (!session)
        return failWith(session.error());
    const auto numbering = numberingFrom(session->reading().numbering, arguments);
    if (const auto done = session->apply(grading::commands::renumber(numbering, arguments.shift)); !done)
        return failWith(done.error());
    const auto& reading = session->reading();
    std::cout << (arguments.json ? grading::toJson(reading) : textOf(reading, suggestionsIn(*store, reading)));
    return ExitStatus::Done;
}

} // namespace

void addRenumberCommand(CLI::App& reading, ExitStatus& status)
{
    auto* command = reading.add_subcommand(
        "renumber", "Count the vertebrae otherwise: marks, findings and grades move together, all or nothing");
    auto arguments = std::make_shared<RenumberArguments>();
    addReadingKey(*command, *arguments);
    command->add_option("--shift", arguments->shift, "Levels to move by, towards the feet if positive; 0 if not given")
        ->check(CLI::Range(-30, 30));
    command->add_option("--thoracic", arguments->thoracic, "Thoracic vertebrae")->check(CLI::Range(11, 13));
    command->add_option("--lumbar", arguments->lumbar, "Lumbar vertebrae")->check(CLI::Range(4, 6));
    command->add_option("--transition", arguments->transition, "none, lumbarisedS1 or sacralisedL5")
        ->check(CLI::IsMember({"none", "lumbarisedS1", "sacralisedL5"}));
    command->add_option("--castellvi", arguments->castellvi, "none, I, II, III or IV")
        ->check(CLI::IsMember({"none", "I", "II", "III", "IV"}));
    command->add_option("--counted-from", arguments->countedFrom, "How levels were counted")
        ->check(CLI::IsMember({"unknown", "C2", "T12Ribs", "iliolumbar", "sacrum", "localizer"}));
    auto* certain = command->add_flag("--certain", arguments->certain, "The reader is sure of the numbering");
    command->add_flag("--unsure", arguments->unsure, "The reader isn't")->excludes(certain);
    command->footer("Example: what was read as L5-S1 with five lumbar vertebrae is L6-S1 of six\n"
                    "  foragrade-cli reading renumber --store readings.db --study 1.2.840.1 --reader Reader^One "
                    "--lumbar 6 --shift 1");
    command->callback([arguments, &status] { status = renumber(*arguments); });
}

} // namespace foragrade
