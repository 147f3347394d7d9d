#include "ImportCommand.h"

#include "grading/dicom/ImportReading.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/store/Store.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct ImportArguments {
    std::string store;
    std::filesystem::path images;
    std::vector<std::filesystem::path> files;
};

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

ExitStatus importFiles(const ImportArguments& arguments)
{
    const auto catalogue = grading::scanFolder({arguments.images}, {}, terminalProgress());
    clearProgress();
    if (!catalogue)
        return failWith(catalogue.error());
    auto readings = grading::importReadings(arguments.files, *catalogue);
    if (!readings)
        return failWith(readings.error());
    auto store = grading::Store::open(arguments.store);
    if (!store)
        return failWith(store.error());
    const auto missing = newOnes(*store, std::move(*readings));
    if (!missing)
        return failWith(missing.error());
    for (const auto& reading : *missing) {
        if (const auto added = store->add(reading, arguments.images); !added)
            return failWith(added.error());
        std::cout << "Imported " << printable(reading.reader.name) << ", study " << reading.study.uid.text()
                  << ", revision " << reading.revision << ", foramina " << reading.foramina.size() << '\n';
    }
    return ExitStatus::Done;
}

} // namespace

void addImportCommand(CLI::App& app, ExitStatus& status)
{
    auto* command =
        app.add_subcommand("import", "Restore readings from reports, segmentations and JSON of this program");
    auto arguments = std::make_shared<ImportArguments>();
    command->add_option("--store", arguments->store, "A path (made when missing) or a postgresql:// URL")->required();
    command->add_option("--images", arguments->images, "Folder that holds the study's images")->required();
    command->add_option("FILE", arguments->files, "SR, its SEGs, JSON; folders with such files")->required();
    command->footer(
        "Example:\n  foragrade-cli import --store readings.db --images /data/study report.dcm segmentations");
    command->callback([arguments, &status] { status = importFiles(*arguments); });
}

} // namespace foragrade
