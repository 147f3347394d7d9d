#include "ScanCommand.h"

#include "ScanOptions.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

namespace foragrade {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

struct ListArguments {
    std::vector<fs::path> paths;
    bool json = false;
    ScanArguments scanning;
};

/// The folder that file names are relative to: the one folder scanned, or the DICOMDIR's. Else empty: as they were
/// given.
fs::path baseOf(const std::vector<fs::path>& paths)
{
    if (paths.size() != 1)
        return {};
    std::error_code error;
    if (fs::is_directory(paths.front(), error))
        return paths.front();
    return paths.front().filename() == "DICOMDIR" ? paths.front().parent_path() : fs::path();
}

std::string relativeName(const fs::path& file, const fs::path& base)
{
    return base.empty() ? file.string() : file.lexically_relative(base).string();
}

/// Files in the order of the slices; a multi-frame file once.
Json filesOf(const grading::Stack& stack, const fs::path& base)
{
    Json files = Json::array();
    fs::path last;
    for (const auto& frame : stack.frames) {
        if (frame.file != last)
            files.push_back(relativeName(frame.file, base));
        last = frame.file;
    }
    return files;
}

const char* nameOf(grading::Region region)
{
    return region == grading::Region::Cervical   ? "cervical"
           : region == grading::Region::Thoracic ? "thoracic"
                                                 : "lumbar";
}

Json toJson(grading::PatientVector a, grading::PatientVector b)
{
    return Json::array({a.x, a.y, a.z, b.x, b.y, b.z});
}

Json toJson(const grading::Stack& stack, const fs::path& base)
{
    const auto origin = stack.frames.front().position;
    Json json;
    json["id"] = stack.id;
    json["role"] = stack.role.name();
    json["plane"] = grading::name(stack.role.plane);
    json["weighting"] = grading::name(stack.role.weighting);
    json["evidence"] = stack.role.evidence;
    json["region"] = stack.role.region ? Json(nameOf(*stack.role.region)) : Json(nullptr);
    json["regionEvidence"] = stack.role.regionEvidence;
    json["rows"] = stack.rows;
    json["columns"] = stack.columns;
    json["slices"] = stack.slices();
    json["spacingMm"] = {stack.rowSpacing.value, stack.columnSpacing.value, stack.sliceSpacing.value};
    json["orientation"] = toJson(stack.rowDirection, stack.columnDirection);
    json["origin"] = {origin.x, origin.y, origin.z};
    json["frameOfReferenceUid"] = stack.frameOfReference.text();
    json["files"] = filesOf(stack, base);
    json["issues"] = foragrade::toJson(stack.issues);
    return json;
}

Json toJson(const grading::Series& series, const fs::path& base)
{
    Json json;
    json["seriesInstanceUid"] = series.uid.text();
    json["number"] = series.number;
    json["description"] = series.description;
    json["modality"] = series.modality;
    json["stacks"] = Json::array();
    for (const auto& stack : series.stacks)
        json["stacks"].push_back(toJson(stack, base));
    return json;
}

Json toJson(const grading::SeriesCatalogue& catalogue, const fs::path& base)
{
    Json json;
    json["schema"] = "foragrade/scan/1";
    json["filesRead"] = catalogue.filesRead;
    json["filesSkipped"] = catalogue.filesSkipped;
    json["issues"] = foragrade::toJson(catalogue.issues);
    json["studies"] = Json::array();
    for (const auto& study : catalogue.studies) {
        Json entry;
        entry["studyInstanceUid"] = study.uid.text();
        entry["patientId"] = study.patientId;
        entry["studyDate"] = study.date;
        entry["description"] = study.description;
        entry["series"] = Json::array();
        for (const auto& series : study.series)
            entry["series"].push_back(toJson(series, base));
        json["studies"].push_back(std::move(entry));
    }
    return json;
}

void printTable(const grading::SeriesCatalogue& catalogue)
{
    for (const auto& study : catalogue.studies) {
        std::cout << fmt::format("Study {}  patient {}  {}  {}\n", printable(study.uid.text()),
                                 printable(study.patientId), printable(study.date), printable(study.description));
        for (const auto& series : study.series) {
            std::cout << fmt::format("  Series {}  {}  {}\n", series.number, printable(series.modality),
                                     printable(series.description));
            for (const auto& stack : series.stacks) {
                std::cout << fmt::format("    {:<14} {:>3} slices  {:>4} x {:<4}  {:.2f} x {:.2f} x {:.2f} mm  {}\n",
                                         stack.role.name(), stack.slices(), stack.columns, stack.rows,
                                         stack.columnSpacing.value, stack.rowSpacing.value, stack.sliceSpacing.value,
                                         printable(stack.id));
                std::cout << fmt::format("        {}{}\n", printable(stack.role.evidence),
                                         stack.role.region ? fmt::format("; {}", nameOf(*stack.role.region)) : "");
                for (const auto& issue : stack.issues)
                    std::cout << fmt::format("        {}: {}\n", grading::name(issue.severity), printable(issue.text));
            }
        }
    }
    std::cout << fmt::format("{} DICOM files read, {} other files skipped", catalogue.filesRead,
                             catalogue.filesSkipped);
    if (catalogue.filesRemembered > 0)
        std::cout << fmt::format("; {} of them as an earlier scan found them", catalogue.filesRemembered);
    std::cout << '\n';
}

ExitStatus scan(const ListArguments& arguments)
{
    const auto catalogue = grading::scanFolder(arguments.paths, scanOptions(arguments.scanning), terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    clearProgress();
    printScan(*catalogue, baseOf(arguments.paths), arguments.json);
    if (!catalogue->stacks().empty())
        return ExitStatus::Done;
    return failWith({grading::ErrorCode::NotFound, arguments.paths.front().string(), "holds no usable DICOM images",
                     "name the folder of the study"});
}

} // namespace

void printScan(const grading::SeriesCatalogue& catalogue, const fs::path& base, bool json)
{
    printIssues(catalogue.issues);
    if (json)
        printJson(toJson(catalogue, base));
    else
        printTable(catalogue);
}

void addScanCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("scan", "List the studies, series and stacks of a folder");
    auto arguments = std::make_shared<ListArguments>();
    command->add_option("PATH", arguments->paths, "Folder, DICOMDIR or DICOM files")->required();
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/scan/1) on stdout");
    addScanOptions(*command, arguments->scanning);
    command->footer("Example:\n  foragrade-cli scan /data/study --json > study.json");
    command->callback([arguments, &status] { status = scan(*arguments); });
}

} // namespace foragrade
