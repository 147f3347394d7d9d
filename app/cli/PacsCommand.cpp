#include "PacsCommand.h"

#include "grading/dicom/Pacs.h"
#include "grading/dicom/StudyCache.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;

struct PacsArguments {
    std::string peer;
    std::filesystem::path configuration;
    grading::PacsQuery query;
    std::string study;
    std::filesystem::path folder;
    std::vector<std::filesystem::path> files;
    bool empty = false;
    bool json = false;
};

Json toJson(const grading::PacsSeries& series)
{
    return {{"seriesInstanceUid", series.uid.text()},
            {"number", series.number},
            {"description", series.description},
            {"modality", series.modality},
            {"images", series.images}};
}

Json toJson(const grading::PacsStudy& study)
{
    return {{"studyInstanceUid", study.uid.text()},
            {"patientName", study.patientName},
            {"patientId", study.patientId},
            {"studyDate", study.date},
            {"description", study.description},
            {"accession", study.accession},
            {"modalities", study.modalities},
            {"seriesCount", study.series},
            {"images", study.images}};
}

ExitStatus runEcho(const grading::PacsPeer& peer, const PacsArguments& arguments)
{
    if (const auto answered = grading::echo(peer); !answered)
        return failWith(answered.error());
    if (arguments.json)
        printJson({{"schema", "foragrade/pacs-echo/1"}, {"pacs", peer.name}, {"answers", true}});
    else
        fmt::print("{} answers at {}:{}\n", printable(peer.name), printable(peer.host), peer.port);
    return ExitStatus::Done;
}

void printText(const grading::PacsStudy& study, const std::vector<grading::PacsSeries>& series)
{
    fmt::print("{}  {:<8}  {}, {}, {}; {} images\n", printable(study.uid.text()), printable(study.date),
               printable(study.patientName), printable(study.patientId), printable(study.description), study.images);
    for (const auto& each : series)
        fmt::print("  {:>4}  {:<4}{}; {} images\n", each.number, printable(each.modality), printable(each.description),
                   each.images);
}

/// Of a study asked for by its uid the series too.
ExitStatus runFind(const grading::PacsPeer& peer, const PacsArguments& arguments)
{
    auto query = arguments.query;
    query.study = grading::Uid(arguments.study);
    const auto studies = grading::findStudies(peer, query, terminalProgress());
    if (!studies)
        return failWith(studies.error());
    Json document{{"schema", "foragrade/pacs-find/1"}, {"pacs", peer.name}, {"studies", Json::array()}};
    for (const auto& study : *studies) {
        std::vector<grading::PacsSeries> all;
        auto node = toJson(study);
        if (!arguments.study.empty()) {
            auto series = grading::findSeries(peer, study.uid, terminalProgress());
            if (!series)
                return failWith(series.error());
            all = std::move(*series);
            node["series"] = Json::array();
            for (const auto& each : all)
                node["series"].push_back(toJson(each));
        }
        document["studies"].push_back(std::move(node));
        if (!arguments.json)
            printText(study, all);
    }
    if (arguments.json)
        printJson(document);
    return ExitStatus::Done;
}

ExitStatus printTransfer(const grading::Result<grading::PacsTransfer>& transfer, const std::string& what,
                         const PacsArguments& arguments)
{
    clearProgress();
    if (!transfer)
        return failWith(transfer.error());
    printIssues(transfer->issues);
    if (arguments.json)
        printJson({{"schema", "foragrade/pacs-transfer/1"},
                   {"pacs", arguments.peer},
                   {"objects", transfer->objects},
                   {"issues", foragrade::toJson(transfer->issues)}});
    else
        fmt::print("{} objects {}\n", transfer->objects, what);
    return ExitStatus::Done;
}

ExitStatus runGet(const grading::PacsPeer& peer, const PacsArguments& arguments)
{
    return printTransfer(grading::getStudy(peer, grading::Uid(arguments.study), arguments.folder, terminalProgress()),
                         "fetched", arguments);
}

ExitStatus runStore(const grading::PacsPeer& peer, const PacsArguments& arguments)
{
    return printTransfer(grading::sendToPacs(peer, arguments.files, terminalProgress()), "sent", arguments);
}

ExitStatus runCache(const PacsArguments& arguments)
{
    if (arguments.empty) {
        if (const auto emptied = grading::emptyStudyCache(); !emptied)
            return failWith(emptied.error());
    }
    const auto size = grading::studyCacheSize();
    const auto folder = grading::studyCacheFolder().string();
    if (arguments.json)
        printJson({{"schema", "foragrade/pacs-cache/1"},
                   {"folder", folder},
                   {"studies", size.studies},
                   {"bytes", size.bytes}});
    else
        fmt::print("{}: {} studies, {:.1f} MB\n", folder, size.studies, static_cast<double>(size.bytes) / 1e6);
    return ExitStatus::Done;
}

using Action = ExitStatus (*)(const grading::PacsPeer&, const PacsArguments&);

/// With the peer's name, the configuration and --json, which all that talk to one have.
CLI::App* addOne(CLI::App& parent, const std::string& name, const std::string& description, Action action,
                 const std::shared_ptr<PacsArguments>& arguments, ExitStatus& status)
{
    auto* command = parent.add_subcommand(name, description);
    command->add_option("PACS", arguments->peer, "Its name in the configuration")->required();
    command->add_option("--config", arguments->configuration,
                        "Names each PACS; ~/.config/foragrade/pacs.json if not given");
    command->add_flag("--json", arguments->json, "Print one JSON document");
    command->callback([arguments, action, &status] {
        const auto peer = grading::findPacsPeer(arguments->peer, arguments->configuration);
        status = peer ? action(*peer, *arguments) : failWith(peer.error());
        std::fflush(stdout);
    });
    return command;
}

void addStudy(CLI::App& command, PacsArguments& arguments, bool isRequired)
{
    command.add_option("--study", arguments.study, "Study Instance UID")
        ->required(isRequired)
        ->check([](const std::string& text) {
            return grading::Uid(text).isValid() ? std::string() : "'" + text + "' isn't a UID";
        });
}

void addFind(CLI::App& parent, ExitStatus& status)
{
    auto arguments = std::make_shared<PacsArguments>();
    auto* command = addOne(parent, "find", "List studies, and the series of one (C-FIND)", runFind, arguments, status);
    addStudy(*command, *arguments, false);
    auto& query = arguments->query;
    command->add_option("--patient-name", query.patientName, "May hold * and ?: 'Phantom^*'");
    command->add_option("--patient-id", query.patientId, "May hold * and ?");
    command->add_option("--date", query.studyDate, "20260131, or a range 20260101-20260131");
    command->add_option("--accession", query.accession, "Accession Number");
    command->add_option("--modality", query.modality, "MR");
    command->add_option("--description", query.description, "May hold * and ?: '*lumbar*'");
    command->footer("Example:\n  foragrade-cli pacs find hospital --modality MR --date 20260101-20260131 --json");
}

} // namespace

void addPacsCommand(CLI::App& app, ExitStatus& status)
{
    auto* parent = app.add_subcommand("pacs", "Find, fetch and send studies of a PACS");
    parent->require_subcommand(1);
    parent->footer("Example:\n  foragrade-cli pacs echo hospital");

    auto arguments = std::make_shared<PacsArguments>();
    auto* command = addOne(*parent, "echo", "Ask whether it is there (C-ECHO)", runEcho, arguments, status);
    command->footer("Example:\n  foragrade-cli pacs echo hospital");
    addFind(*parent, status);

    arguments = std::make_shared<PacsArguments>();
    command = addOne(*parent, "get", "Fetch a study into a new folder (C-GET)", runGet, arguments, status);
    addStudy(*command, *arguments, true);
    command->add_option("-o,--out", arguments->folder, "The folder, which isn't there yet or is empty")->required();
    command->footer("Example:\n  foragrade-cli pacs get hospital --study 1.2.840.1 -o study");

    arguments = std::make_shared<PacsArguments>();
    command = addOne(*parent, "store", "Send DICOM files (C-STORE)", runStore, arguments, status);
    command->add_option("FILE", arguments->files, "Files, or folders with all below them")->required();
    command->footer("Example:\n  foragrade-cli pacs store hospital out/report.dcm out/seg");

    arguments = std::make_shared<PacsArguments>();
    command = parent->add_subcommand("cache", "Tell how much fetched studies take on this disk");
    command->add_flag("--empty", arguments->empty, "Remove them; what is needed again is fetched again");
    command->add_flag("--json", arguments->json, "Print one JSON document");
    command->footer("Example:\n  foragrade-cli pacs cache --empty");
    command->callback([arguments, &status] {
        status = runCache(*arguments);
        std::fflush(stdout);
    });
}

} // namespace foragrade
