#include "StoreCommand.h"

#include "grading/dataset/StudyFolder.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/StudyDigest.h"
#include "grading/store/Store.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <charconv>
#include <iostream>
#include <memory>

namespace foragrade {

namespace {

using Json = nlohmann::ordered_json;

struct StoreArguments {
    std::string store;
    std::string target;
    std::string head;
    std::string study;
    std::string reader;
    std::string actor;
    bool images = false;
    bool json = false;
};

/// "12:9f86d0…"
std::optional<grading::LogMark> parseMark(const std::string& text)
{
    grading::LogMark mark;
    const auto colon = text.find(':');
    const auto* const end = text.data() + std::min(colon, text.size());
    const auto number = std::from_chars(text.data(), end, mark.number);
    if (colon == std::string::npos || number.ec != std::errc() || number.ptr != end || mark.number < 1)
        return std::nullopt;
    mark.hash = text.substr(colon + 1);
    const bool isHash = mark.hash.size() == 64 && mark.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isHash ? std::optional(mark) : std::nullopt;
}

/// What has become of the studies' files since they were first read.
grading::Issues checkImages(const grading::Store& store)
{
    grading::Issues issues;
    const auto tell = [&](const char* code, const grading::Uid& study, std::string text) {
        issues.push_back({grading::Severity::Error, code, "study " + study.text(), std::move(text)});
    };
    for (const auto& uid : store.studies().value_or(std::vector<grading::Uid>())) {
        const auto images = store.studyImages(uid);
        if (!images || images->digest.empty())
            continue;
        const auto place = grading::studyFolder(*images, uid, terminalProgress());
        if (!place) {
            tell("missing-images", uid, place.error().message());
            continue;
        }
        const auto where = images->peer.empty() ? images->folder.string() : "PACS '" + images->peer + "'";
        const auto catalogue = grading::scanFolder({place->folder}, {}, terminalProgress());
        const auto* study = catalogue ? catalogue->findStudy(uid) : nullptr;
        if (study == nullptr) {
            tell("missing-images", uid, "its images aren't in " + where);
            continue;
        }
        const auto digest = grading::studyDigest(*study, terminalProgress());
        if (!digest || *digest != images->digest)
            tell("altered-images", uid, "its images in " + where + " aren't those that were read");
    }
    return issues;
}

Json toJson(const grading::AuditReport& report)
{
    return {{"schema", "foragrade/store-verify/1"},
            {"whole", report.isWhole()},
            {"storeVersion", report.schemaVersion},
            {"studies", report.studies},
            {"revisions", report.revisions},
            {"projects", report.projects},
            {"head", {{"line", report.head.number}, {"hash", report.head.hash}}},
            {"problems", foragrade::toJson(report.problems)},
            {"remarks", foragrade::toJson(report.remarks)}};
}

ExitStatus verify(const StoreArguments& arguments)
{
    const auto noted = parseMark(arguments.head);
    if (!arguments.head.empty() && !noted)
        return failUsage("--head: '" + arguments.head + "' isn't a line and its hash, such as verify printed");
    const auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return failWith(store.error());
    auto report = store->verify(noted);
    if (!report)
        return failWith(report.error());
    if (arguments.images) {
        for (auto& issue : checkImages(*store))
            report->problems.push_back(std::move(issue));
    }
    clearProgress();
    if (arguments.json)
        printJson(toJson(*report));
    else
        fmt::print("{}: {} studies, {} revisions of readings, {} projects\nNewest log line  {}:{}\n",
                   report->isWhole() ? "Whole" : "Altered", report->studies, report->revisions, report->projects,
                   report->head.number, report->head.hash);
    std::fflush(stdout);
    printIssues(report->problems);
    printIssues(report->remarks);
    if (!report->isWhole())
        return failWith({grading::ErrorCode::Unreadable, arguments.store,
                         fmt::format("isn't as the program left it ({} found)", report->problems.size()),
                         "compare it with a backup"});
    return ExitStatus::Done;
}

ExitStatus backUp(const StoreArguments& arguments)
{
    const auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return failWith(store.error());
    if (const auto done = store->backUp(arguments.target); !done)
        return failWith(done.error());
    const auto copy = grading::Store::open(arguments.target, grading::Store::IfMissing::Fail);
    if (!copy)
        return failWith(copy.error());
    const auto report = copy->verify();
    if (!report)
        return failWith(report.error());
    fmt::print("{} studies, {} revisions of readings; newest log line {}:{}\n", report->studies, report->revisions,
               report->head.number, report->head.hash);
    std::fflush(stdout);
    printIssues(report->problems);
    return ExitStatus::Done;
}

Json toJson(const grading::StoreEvent& event)
{
    const auto change = Json::parse(event.change, nullptr, false);
    return {{"line", event.number},       {"time", grading::toIso8601(event.time)},
            {"actor", event.actor},       {"account", event.account},
            {"program", event.program},   {"name", event.name},
            {"revision", event.revision}, {"change", change.is_discarded() ? Json(event.change) : change},
            {"hash", event.hash}};
}

ExitStatus printLog(const StoreArguments& arguments)
{
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return failWith(store.error());
    store->actAs(arguments.actor);
    const auto reading = store->load(grading::Uid(arguments.study), arguments.reader);
    if (!reading)
        return failWith(reading.error());
    const auto events = store->events(reading->id);
    if (!events)
        return failWith(events.error());
    if (arguments.json) {
        Json document{{"schema", "foragrade/store-log/1"}, {"reading", reading->id.text()}, {"lines", Json::array()}};
        for (const auto& event : *events)
            document["lines"].push_back(toJson(event));
        printJson(document);
        return ExitStatus::Done;
    }
    for (const auto& event : *events)
        fmt::print("{}  {}  {}  r{}  {}\n", event.number, grading::toIso8601(event.time), printable(event.actor),
                   event.revision, printable(event.name));
    std::fflush(stdout);
    return ExitStatus::Done;
}

CLI::App* addOne(CLI::App& parent, const std::string& name, const std::string& description, StoreArguments& arguments)
{
    auto* command = parent.add_subcommand(name, description);
    command->add_option("--store", arguments.store, "A path or a postgresql:// URL")->required();
    return command;
}

} // namespace

void addStoreCommand(CLI::App& app, ExitStatus& status)
{
    auto* parent = app.add_subcommand("store", "Check, back up and look into a store");
    parent->require_subcommand(1);
    parent->footer("Example:\n  foragrade-cli store verify --store readings.db");
    auto arguments = std::make_shared<StoreArguments>();

    auto* command =
        addOne(*parent, "verify", "Check the database, the log's chain and every row against the log", *arguments);
    command->add_option("--head", arguments->head, "A line that verify printed before and that must still be so");
    command->add_flag("--images", arguments->images, "Also whether the studies' files are those that were read");
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/store-verify/1) on stdout");
    command->footer("Example:\n  foragrade-cli store verify --store readings.db");
    command->callback([arguments, &status] { status = verify(*arguments); });

    command = addOne(*parent, "backup", "Copy the whole store while others may work in it", *arguments);
    command->add_option("TARGET", arguments->target, "A new file, or a postgresql:// URL of an empty database")
        ->required();
    command->footer("Example:\n  foragrade-cli store backup --store postgresql://reader@server/study monday.db");
    command->callback([arguments, &status] { status = backUp(*arguments); });

    command = addOne(*parent, "log", "Print who changed a reading when and how", *arguments);
    command->add_option("--study", arguments->study, "Study Instance UID")->required();
    command->add_option("--reader", arguments->reader, "Person name, Family^Given")->required();
    command->add_option("--as", arguments->actor, "Who looks, by person name; the reader if not given");
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/store-log/1) on stdout");
    command->footer("Example:\n  foragrade-cli store log --store readings.db --study 1.2.840.1 --reader Reader^One");
    command->callback([arguments, &status] { status = printLog(*arguments); });
}

} // namespace foragrade
