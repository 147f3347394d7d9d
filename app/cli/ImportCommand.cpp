#include "ImportCommand.h"
#include "ScanOptions.h"
#include "StudyOnDisk.h"

#include "ImportForeign.h"
#include "ImportTable.h"

#include "grading/dicom/ImportReading.h"
#include "grading/store/Store.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <memory>

namespace foragrade {

namespace {

/// Readings that the store doesn't hold yet; Exists when it holds another one of the same reader and study.
grading::Result<std::vector<grading::Reading>> newOnes(const grading::Store& store,
                                                       std::vector<grading::Reading> readings)
{
    std::vector<grading::Reading> missing;
    for (auto& reading : readings) {
        const auto stored = store.revisions(reading.study.uid, reading.reader.name);
        if (!stored && stored.error().code != grading::ErrorCode::NotFound)
            return grading::fail(stored.error());
        if (!stored || stored->empty()) {
            missing.push_back(std::move(reading));
            continue;
        }
        if (std::find(stored->begin(), stored->end(), reading) == stored->end())
            return grading::fail(grading::ErrorCode::Exists, reading.reader.name,
                                 "already has another reading of study " + reading.study.uid.text(),
                                 "import it into another store");
        printIssues(
            {{grading::Severity::Info, "already-there", reading.reader.name, "The store holds this reading already."}});
    }
    return missing;
}

grading::Result<void> addReadings(grading::Store& store, std::vector<grading::Reading> readings,
                                  const std::filesystem::path& images)
{
    const auto missing = newOnes(store, std::move(readings));
    if (!missing)
        return grading::fail(missing.error());
    for (const auto& reading : *missing) {
        if (const auto added = store.add(reading, images); !added)
            return added;
        std::cout << "Imported " << printable(reading.reader.name) << ", study " << reading.study.uid.text()
                  << ", revision " << reading.revision << ", foramina " << reading.foramina.size() << '\n';
    }
    return {};
}

grading::Result<grading::SeriesCatalogue> imagesFor(ImportArguments& arguments)
{
    if (!arguments.images.empty())
        return grading::scanFolder({arguments.images}, scanOptions(arguments.scanning), terminalProgress());
    auto store = grading::Store::open(arguments.store, grading::Store::IfMissing::Fail);
    if (!store)
        return grading::fail(store.error());
    auto found = studyOf(*store, arguments.reader, grading::Uid(arguments.study), arguments.scanning);
    if (!found)
        return grading::fail(found.error());
    printIssues(found->issues);
    arguments.images = found->placeToRemember();
    return std::move(found->catalogue);
}

ExitStatus importFiles(ImportArguments arguments)
{
    if (!arguments.reader.empty() && !grading::isPersonName(arguments.reader))
        return failUsage("--reader: '" + arguments.reader + "' isn't a person name; write Family^Given");
    const auto catalogue = imagesFor(arguments);
    clearProgress();
    if (!catalogue)
        return failWith(catalogue.error());
    if (!arguments.table.empty())
        return importTable(arguments, *catalogue);
    auto files = grading::importFiles(arguments.files, *catalogue);
    if (!files)
        return failWith(files.error());
    if (const auto shown = showReports(files->reports); !shown)
        return failWith(shown.error());
    const auto edits = foreignEdits(*files, *catalogue, arguments);
    if (!edits)
        return failWith(edits.error());
    if (files->readings.empty() && edits->empty())
        return ExitStatus::Done;
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    if (const auto added = addReadings(*store, std::move(files->readings), arguments.images); !added)
        return failWith(added.error());
    if (const auto done = applyEdits(*store, *edits, arguments); !done)
        return failWith(done.error());
    return ExitStatus::Done;
}

} // namespace

void addImportCommand(CLI::App& app, ExitStatus& status)
{
    auto* command =
        app.add_subcommand("import", "Take readings of this program, and marks, labels and reports of others");
    auto arguments = std::make_shared<ImportArguments>();
    command->add_option("--store", arguments->store, "A path (made when missing) or a postgresql:// URL")->required();
    auto* images = command->add_option("--images", arguments->images, "Folder that holds the study's images");
    command->add_option("--study", arguments->study, "In place of it: a study whose images the store knows, by its uid")
        ->excludes(images);
    addScanOptions(*command, arguments->scanning);
    command->add_option("--reader", arguments->reader, "Whose draft takes marks and labels of others: Family^Given");
    command->add_option("--organization", arguments->organization, "Of a reader who has no reading yet");
    command->add_option("--map", arguments->map,
                        "JSON that says which foramen and structure each segment is; `show --map FILE` prints one");
    command->add_option("--foramen", arguments->foramen, "All marks are of this foramen, L4-L5:R");
    command->add_option("--stack", arguments->stack, "The stack that marks belong to, its id in `scan`");
    command->add_flag("--resample", arguments->resample, "Take marks of another grid by nearest neighbour");
    command->add_flag("--force", arguments->force, "Replace marks and grades that are there");
    auto* files = command->add_option("FILE", arguments->files,
                                      "SR, SEG, reading's JSON, .nii.gz, .nrrd, .seg.nrrd, RSNA-style CSV; "
                                      "folders with such objects");
    auto* table = command->add_option("--table", arguments->table, "A spreadsheet of ratings, saved as CSV");
    auto* columns =
        command->add_option("--columns", arguments->columns,
                            "What its columns hold: study=ID,level=Level,side=Side,grade=Grade, or a column "
                            "a foramen: study=ID,L4-L5:R=right,L4-L5:L=left");
    table->needs(columns)->excludes(files);
    columns->needs(table);
    command->footer(
        "Examples:\n  foragrade-cli import --store readings.db --images /data/study report.dcm segmentations\n"
        "  foragrade-cli import --store readings.db --images /data/study --reader Reader^One --map map.json other.dcm\n"
        "  foragrade-cli import --store readings.db --images /data/study --reader Reader^One --table sheet.csv "
        "--columns study=Accession,level=Level,side=Side,grade=Grade");
    command->callback([arguments, &status] {
        if (arguments->files.empty() && arguments->table.empty())
            status = failUsage("import: nothing to take; name files, or a spreadsheet with --table");
        else if (arguments->images.empty() && arguments->study.empty())
            status = failUsage("import: name the folder of the images with --images, or a study of the store's "
                               "with --study");
        else
            status = importFiles(*arguments);
    });
}

} // namespace foragrade
