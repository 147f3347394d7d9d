#include "ExportCommand.h"

#include "ReadingArguments.h"
#include "ScanOptions.h"
#include "export/ExportReading.h"

#include "grading/dataset/StudyFolder.h"
#include "grading/store/Adjudication.h"
#include "grading/store/Store.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace foragrade {

namespace {

struct ExportArguments : ReadingArguments {
    ScanArguments scanning;
    ExportTargets targets;
    std::filesystem::path images; ///< Empty: the folder that the store remembers.
    bool force = false;
};

FileNames namesFor(const ExportArguments& arguments, const grading::Store& store, const grading::Reading& reading)
{
    return {store, arguments.actor.empty() ? arguments.reader : arguments.actor, reading.study.uid,
            !arguments.images.empty()};
}

/// The study's images; none where they can't be found but aren't needed, since nothing is marked.
grading::Result<std::optional<grading::SeriesCatalogue>>
scanImages(const ExportArguments& arguments, const grading::Store& store, const grading::Reading& reading)
{
    auto folder = arguments.images;
    if (folder.empty()) {
        const auto known = store.studyImages(reading.study.uid).value_or(grading::StudyImages());
        auto place = grading::studyFolder(known, reading.study.uid, terminalProgress());
        if (!place &&
            (place.error().code == grading::ErrorCode::Cancelled || !grading::segmentationsOf(reading).empty()))
            return grading::fail(place.error());
        if (!place)
            return std::optional<grading::SeriesCatalogue>();
        printIssues(namesFor(arguments, store, reading).shown(std::move(place->issues)));
        folder = place->folder;
    }
    auto catalogue = grading::scanFolder({folder}, scanOptions(arguments.scanning), terminalProgress());
    const bool isFound = catalogue && catalogue->findStudy(reading.study.uid) != nullptr;
    if (isFound)
        return std::optional(std::move(*catalogue));
    if (!catalogue && catalogue.error().code == grading::ErrorCode::Cancelled)
        return grading::fail(catalogue.error());
    const auto names = namesFor(arguments, store, reading);
    if (arguments.images.empty() && grading::segmentationsOf(reading).empty())
        return std::optional<grading::SeriesCatalogue>();
    return grading::fail(names.shown({grading::ErrorCode::NotFound, folder.string(), "doesn't hold the study's images",
                                      "name their folder with --images"}));
}

/// Reports for people are made without pictures when the remembered images have gone, not when the named ones aren't
/// right.
bool canDoWithout(const grading::Error& error, const ExportArguments& arguments)
{
    return !arguments.targets.needImages() && arguments.images.empty() && error.code != grading::ErrorCode::Cancelled;
}

/// What a project hides from its reader must not come out in a file.
grading::Result<void> checkBlinding(const grading::Store& store, const grading::Reading& reading,
                                    const ExportArguments& arguments)
{
    const auto place = grading::placeOf(store, reading.id);
    if (!place)
        return grading::fail(place.error());
    if (!*place)
        return {};
    const auto refuse = [&](const std::string& what, const std::string& advice) {
        return grading::fail(grading::ErrorCode::Refused, "project '" + (*place)->project + "'", what, advice);
    };
    if ((*place)->blindTo.contains(grading::BlindTo::Identity) && arguments.targets.needImages())
        return refuse("hides whose study it is, which DICOM files name", "let its manager export with --as");
    if ((*place)->blindTo.contains(grading::BlindTo::Suggestion) && !reading.isSigned())
        return refuse("hides suggestions, which a report of a draft names", "sign the reading first");
    return {};
}

/// The reports of the readings that an adjudication rests on.
grading::Result<std::vector<grading::ObjectReference>> predecessorsOf(const grading::Store& store,
                                                                      const grading::Reading& reading)
{
    const auto readings = grading::predecessorsOf(store, reading.id);
    if (!readings)
        return grading::fail(readings.error());
    std::vector<grading::ObjectReference> reports;
    for (const auto& each : *readings) {
        const auto predecessor = store.load(each.id, each.revision);
        if (!predecessor)
            return grading::fail(predecessor.error());
        reports.push_back(grading::reportOf(*predecessor));
    }
    return reports;
}

ExitStatus runExport(const ExportArguments& arguments)
{
    if (arguments.targets.isEmpty())
        return failUsage("export: nothing to write; name at least one of --sr, --seg, --kos, --json, --csv, "
                         "--html, --pdf, --dicom-pdf");
    const auto store = openStore(arguments);
    if (!store)
        return failWith(store.error());
    const auto reading = store->load(grading::Uid(arguments.study), arguments.reader, arguments.choice());
    if (!reading)
        return failWith(reading.error());
    if (const auto allowed = checkBlinding(*store, *reading, arguments); !allowed)
        return failWith(allowed.error());
    const auto predecessors = predecessorsOf(*store, *reading);
    if (!predecessors)
        return failWith(predecessors.error());
    std::optional<grading::SeriesCatalogue> images;
    if (arguments.targets.needImages() || arguments.targets.havePictures()) {
        auto scanned = scanImages(arguments, *store, *reading);
        if (scanned)
            images = std::move(*scanned);
        else if (!canDoWithout(scanned.error(), arguments))
            return failWith(scanned.error());
    }
    const auto existing = arguments.force ? grading::FileSet::Existing::Replace : grading::FileSet::Existing::Refuse;
    const auto remarks =
        exportReading(*reading, images ? &*images : nullptr, arguments.targets, existing, *predecessors);
    clearProgress();
    const auto names = namesFor(arguments, *store, *reading);
    if (!remarks)
        return failWith(names.shown(remarks.error()));
    printIssues(names.shown(*remarks));
    return ExitStatus::Done;
}

} // namespace

void addExportCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("export", "Write a reading as DICOM, JSON, CSV, HTML and PDF");
    auto arguments = std::make_shared<ExportArguments>();
    command->add_option("--store", arguments->store, "A path or a postgresql:// URL")->required();
    command->add_option("--study", arguments->study, "Study Instance UID")->required();
    command->add_option("--reader", arguments->reader, "Person name, Family^Given")->required();
    command->add_option("--project", arguments->project, "The reading of this project; the one at work if not given");
    command->add_option("--round", arguments->round, "The first or second reading of a study read twice")
        ->check(CLI::Range(1, 2));
    command->add_option("--as", arguments->actor, "Who exports, by person name; the reader if not given");
    command->add_option("--sr", arguments->targets.report, "DICOM structured report");
    command->add_option("--seg", arguments->targets.segmentations,
                        "Folder for DICOM segmentations, made when missing: seg-1.dcm, seg-2.dcm, …");
    command->add_option("--kos", arguments->targets.keyObjects, "DICOM key object selection of the graded images");
    command->add_option("--json", arguments->targets.json, "The whole reading (foragrade/reading/1)");
    command->add_option("--csv", arguments->targets.csv, "One row a foramen (docs/08-reports.md)");
    command->add_option("--html", arguments->targets.html, "Report for people as one self-contained page");
    command->add_option("--pdf", arguments->targets.pdf, "The same report as PDF");
    command->add_option("--dicom-pdf", arguments->targets.dicomPdf, "That PDF as a DICOM object, for a PACS");
    command->add_option("--paper", arguments->targets.paper, "a4 or letter, for the PDF")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Paper>{{"a4", Paper::A4}, {"letter", Paper::Letter}},
                                            CLI::ignore_case))
        ->default_str("a4");
    command->add_option("--images", arguments->images, "Folder of the study's images, if it has moved");
    addScanOptions(*command, arguments->scanning);
    command->add_flag("--force", arguments->force, "Replace files that are there");
    command->footer("Either all files are written or none.\nExample:\n  foragrade-cli export --store readings.db "
                    "--study 1.2.840.1 --reader Reader^One --sr report.dcm --seg segmentations --pdf report.pdf");
    command->callback([arguments, &status] { status = runExport(*arguments); });
}

} // namespace foragrade
