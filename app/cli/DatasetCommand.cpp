#include "DatasetCommand.h"

#include "ScanOptions.h"

#include "grading/dataset/DataSet.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct ExportSetArguments {
    grading::DataSetRequest request;
    std::filesystem::path out;
    std::string format;
    std::string split;
    std::string shard;
    int jobs = 0;
    bool withoutImages = false;
    bool isFresh = false;
    bool json = false;
};

std::optional<int> parseNumber(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isNumber ? std::optional(number) : std::nullopt;
}

/// "3/10"
std::optional<grading::Shard> parseShard(const std::string& text)
{
    const auto slash = text.find('/');
    if (slash == std::string::npos)
        return std::nullopt;
    const auto number = parseNumber(std::string_view(text).substr(0, slash));
    const auto count = parseNumber(std::string_view(text).substr(slash + 1));
    const bool isOne = number && count && *number >= 1 && *number <= *count && *count <= 9999;
    return isOne ? std::optional(grading::Shard{*number, *count}) : std::nullopt;
}

nlohmann::ordered_json summaryJson(const grading::DataSetSummary& summary, const std::filesystem::path& out)
{
    return {{"schema", "foragrade/dataset-export/1"}, {"out", out.string()},
            {"patients", summary.patients},           {"studies", summary.studies},
            {"readings", summary.readings},           {"files", summary.files},
            {"issues", toJson(summary.issues)}};
}

ExitStatus tell(const grading::Result<grading::DataSetSummary>& summary, const std::filesystem::path& out, bool json)
{
    clearProgress();
    if (!summary)
        return summary.error().code == grading::ErrorCode::InvalidArgument ? failUsage(summary.error().message())
                                                                           : failWith(summary.error());
    printIssues(summary->issues);
    if (json)
        printJson(summaryJson(*summary, out));
    else
        std::cout << out.string() << ": patients " << summary->patients << ", studies " << summary->studies
                  << ", readings " << summary->readings
                  << (summary->files > 0 ? ", files " + std::to_string(summary->files) : std::string()) << '\n';
    return ExitStatus::Done;
}

ExitStatus runExport(ExportSetArguments& arguments)
{
    auto& request = arguments.request;
    request.format = *grading::parseDataSetFormat(arguments.format);
    if (!arguments.split.empty()) {
        const auto split = grading::Split::parse(arguments.split);
        if (!split)
            return failUsage("--split: " + split.error().message());
        request.split = *split;
    }
    const auto shard = arguments.shard.empty() ? std::nullopt : parseShard(arguments.shard);
    if (!arguments.shard.empty() && !shard)
        return failUsage("--shard: '" + arguments.shard + "' isn't a piece; write 3/10 for the third of ten");
    if (arguments.withoutImages && !request.imageFolder.empty())
        return failUsage("--images and --no-images exclude each other");
    if (request.readers == "consensus" && request.project.empty())
        return failUsage("--readers consensus: is decided in a project; name it with --project");
    request.images = arguments.withoutImages ? grading::DataSetImages::None : grading::DataSetImages::Marked;
    request.scanCache = scanOptions({arguments.jobs, arguments.isFresh}).cache;
    const auto progress = terminalProgress();
    return tell(shard ? grading::exportShard(request, arguments.out, *shard, arguments.jobs, progress)
                      : grading::exportDataSet(request, arguments.out, arguments.jobs, progress),
                arguments.out, arguments.json);
}

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    names.reserve(grading::allDataSetFormats.size());
    for (const auto format : grading::allDataSetFormats)
        names.emplace_back(name(format));
    return names;
}

void addExport(CLI::App& parent, ExitStatus& status)
{
    auto* command = parent.add_subcommand("export", "Write signed readings, their marks and images into a new folder");
    auto arguments = std::make_shared<ExportSetArguments>();
    auto& request = arguments->request;
    command->add_option("--store", request.store, "A path or a postgresql:// URL")->required();
    command->add_option("--out", arguments->out, "The data set's folder, which must not be there yet")->required();
    command->add_option("--format", arguments->format, "What it is written as")
        ->required()
        ->check(CLI::IsMember(formatNames()));
    command->add_option("--project", request.project, "The readings of this project; those outside of projects if not");
    command->add_option("--as", request.actor, "Who exports, by person name: a manager of an open project");
    command->add_option("--readers", request.readers,
                        "all (each one's first signed reading), consensus, or one reader's person name");
    command->add_option("--split", arguments->split, "Percent of patients: 70/15/15 (train/validation/test), 80/20");
    command->add_option("--seed", request.seed, "Of the split and the numbering of patients; 1 if not given");
    command->add_option("--images", request.imageFolder, "Folder of the studies' images, if they have moved");
    command->add_option("--key-file", request.keyFile,
                        "The project's secret, as for `deidentify`: dicom needs it; rsna has its train_images with it");
    command->add_flag("--measures", request.measures, "Measure the marks too: coverage, areas, suggested grades");
    command->add_flag("--no-images", arguments->withoutImages, "Labels alone");
    command->add_option("--jobs", arguments->jobs, "Studies worked on at a time; as many as there are cores if not")
        ->check(CLI::Range(1, 1024));
    command->add_flag("--no-cache", arguments->isFresh, "Read all headers anew and remember nothing");
    command->add_option("--shard", arguments->shard, "One piece alone, 3/10: the third of ten; then `dataset merge`");
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/dataset-export/1) on stdout");
    command->footer("The folder appears whole or not at all; after Ctrl-C the same command goes on.\nExample:\n"
                    "  foragrade-cli dataset export --store study.db --project Narrowing --as Manager^One "
                    "--readers consensus --format nifti --split 70/15/15 --seed 7 --out narrowing");
    command->callback([arguments, &status] { status = runExport(*arguments); });
}

void addMerge(CLI::App& parent, ExitStatus& status)
{
    struct MergeArguments {
        std::filesystem::path out;
        bool json = false;
    };
    auto* command = parent.add_subcommand("merge", "Put the pieces of --shard together");
    auto arguments = std::make_shared<MergeArguments>();
    command->add_option("--out", arguments->out, "As given to `dataset export`")->required();
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/dataset-export/1) on stdout");
    command->footer("Gives the bytes that one run would have given.\nExample:\n"
                    "  foragrade-cli dataset merge --out narrowing");
    command->callback([arguments, &status] {
        status = tell(grading::mergeShards(arguments->out, terminalProgress()), arguments->out, arguments->json);
    });
}

} // namespace

void addDatasetCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("dataset", "Data sets for research out of signed readings");
    command->require_subcommand(1);
    addExport(*command, status);
    addMerge(*command, status);
}

} // namespace foragrade
