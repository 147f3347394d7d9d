#include "AgreeCommand.h"

#include "AgreeInputs.h"
#include "AgreementOutput.h"
#include "MaskOutput.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace foragrade {

namespace {

struct AgreeArguments {
    std::string file;
    std::string store;
    std::vector<std::string> studies;
    bool drafts = false;
    ProjectReads project;
    std::string dashboard; ///< Folder
    std::vector<std::string> masks;
    std::string series;
    std::string weights = "quadratic";
    int bootstraps = 0;
    std::uint64_t seed = 1;
    std::vector<double> scale = grading::gradeScale();
    std::vector<std::string> by;
    int jobs = 0;
    bool json = false;
};

grading::AgreementSplit splitOf(const AgreeArguments& arguments)
{
    const auto wants = [&](const char* what) {
        return std::find(arguments.by.begin(), arguments.by.end(), what) != arguments.by.end();
    };
    return {wants("level"), wants("side"), wants("pair")};
}

/// Why a scale can't be one; empty when it can. Sorts it.
std::string problemOf(std::vector<double>& scale)
{
    if (!std::all_of(scale.begin(), scale.end(), [](double value) { return std::isfinite(value); }))
        return "--scale: holds what isn't a finite number; write such as 0,1,2,3";
    std::sort(scale.begin(), scale.end());
    if (std::adjacent_find(scale.begin(), scale.end()) != scale.end())
        return "--scale: names a value twice";
    return scale.size() < 2 ? "--scale: needs at least two values, such as 0,1,2,3" : "";
}

ExitStatus agreeOnMasks(const AgreeArguments& arguments)
{
    const auto overlap = readMasks(arguments.masks[0], arguments.masks[1], arguments.series);
    if (!overlap)
        return failWith(overlap.error());
    printIssues(overlap->issues);
    if (!arguments.json) {
        printMasks(overlap->foramina);
        return ExitStatus::Done;
    }
    printJson({{"schema", "foragrade/mask-agreement/1"},
               {"first", arguments.masks[0]},
               {"second", arguments.masks[1]},
               {"masks", masksToJson(overlap->foramina)},
               {"maskSummary", maskSummaryToJson(overlap->foramina)},
               {"issues", toJson(overlap->issues)}});
    return ExitStatus::Done;
}

ExitStatus print(const AgreementReport& report, const AgreeInput& input, bool isFromStore, bool json)
{
    printIssues(input.issues);
    if (!json) {
        printTable(report);
        if (isFromStore) {
            fmt::print("\n");
            printMasks(input.marks);
        }
        return ExitStatus::Done;
    }
    auto document = toJson(report);
    if (isFromStore) {
        document["masks"] = masksToJson(input.marks);
        document["maskSummary"] = maskSummaryToJson(input.marks);
        document["issues"] = toJson(input.issues);
    }
    printJson(document);
    return ExitStatus::Done;
}

ExitStatus agreeOnGrades(const AgreeArguments& arguments)
{
    auto options = readWeights(arguments.weights);
    if (!options)
        return failWith(options.error());
    options->bootstraps = arguments.bootstraps;
    options->seed = arguments.seed;
    options->jobs = arguments.jobs;
    const bool isFromStore = !arguments.store.empty();
    const auto input = !isFromStore ? readRatings(arguments.file, arguments.scale)
                       : arguments.project.name.empty()
                           ? readStore(arguments.store, arguments.studies, arguments.drafts)
                           : readFirstReads(arguments.store, arguments.project);
    if (!input)
        return failWith(input.error());
    const auto& readers = input->ratings.readers;
    if (readers.size() < 2)
        return failWith({grading::ErrorCode::InvalidArgument, isFromStore ? arguments.store : arguments.file,
                         readers.empty() ? "holds no rating" : "has one reader only, " + readers.front(),
                         "agreement needs two or more readers"});
    AgreementReport report{*options, input->ratings.scale, {}, {}};
    auto statistics = grading::agreement(input->ratings, report.options, terminalProgress());
    if (!statistics) {
        auto error = statistics.error();
        if (error.code == grading::ErrorCode::InvalidArgument)
            error.subject = arguments.weights;
        return failWith(error);
    }
    report.all = std::move(*statistics);
    if (!arguments.by.empty()) {
        auto groups = grading::agreementBy(input->ratings, splitOf(arguments), report.options, terminalProgress());
        if (!groups)
            return failWith(groups.error());
        report.groups = std::move(*groups);
    }
    clearProgress();
    if (!arguments.dashboard.empty()) {
        const auto done = writeDashboard(arguments.store, arguments.project, report.options, arguments.dashboard);
        if (!done)
            return failWith(done.error());
    }
    return print(report, *input, isFromStore, arguments.json);
}

ExitStatus agree(AgreeArguments arguments)
{
    const int sources =
        (arguments.file.empty() ? 0 : 1) + (arguments.store.empty() ? 0 : 1) + (arguments.masks.empty() ? 0 : 1);
    if (sources != 1)
        return failUsage("agree: give one of RATINGS, --store, --masks; see --help");
    if (!arguments.masks.empty())
        return agreeOnMasks(arguments);
    if (const auto problem = problemOf(arguments.scale); !problem.empty())
        return failUsage(problem);
    return agreeOnGrades(arguments);
}

} // namespace

void addAgreeCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("agree", "How well readers agree, in grades and in marks");
    auto arguments = std::make_shared<AgreeArguments>();
    command->add_option("RATINGS", arguments->file, "CSV with the columns patient,item,reader,rating");
    auto* store = command->add_option("--store", arguments->store, "Compare the readings of a store, marks included");
    command->add_option("--study", arguments->studies, "Only that study of the store; may be given again")
        ->needs(store);
    auto* drafts = command->add_flag("--drafts", arguments->drafts, "Readings that aren't signed too")->needs(store);
    auto* project = command->add_option("--project", arguments->project.name, "First readings of this project")
                        ->needs(store)
                        ->excludes(drafts)
                        ->excludes("--study");
    command->add_option("--as", arguments->project.viewer, "Who looks: its manager or adjudicator, by person name")
        ->needs(project);
    auto* repeats =
        command->add_flag("--repeats", arguments->project.repeats, "Each reader's first against the second reading")
            ->needs(project);
    command->add_option("--out", arguments->dashboard, "Folder for tables (CSV) and figures (SVG) too")
        ->needs(project)
        ->excludes(repeats);
    auto* masks = command
                      ->add_option("--masks", arguments->masks,
                                   "Two label images on one grid, DICOM segmentations or readings (.json): Dice and "
                                   "surface distances alone")
                      ->expected(2);
    command->add_option("--series", arguments->series, "Folder of the images that two segmentations were made on")
        ->needs(masks);
    command
        ->add_option("--weights", arguments->weights,
                     "none, linear, quadratic (default), or a CSV file with a square table of weights from 0 to 1")
        ->check([](const std::string& text) {
            const bool isKnown = text == "none" || text == "linear" || text == "quadratic" || text.ends_with(".csv");
            return isKnown ? std::string() : "'" + text + "' is none of none, linear, quadratic, FILE.csv";
        });
    command->add_option("--bootstrap", arguments->bootstraps, "Resamplings of patients for 95 % intervals")
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--seed", arguments->seed, "Start of the resampling, 1 if not given");
    command->add_option("--scale", arguments->scale, "Every possible rating, 0,1,2,3 if not given")
        ->delimiter(',')
        ->excludes(store);
    command->add_option("--by", arguments->by, "Also apart by level, side or pair of readers, such as level,side")
        ->delimiter(',')
        ->check(CLI::IsMember({"level", "side", "pair"}));
    command->add_option("--jobs", arguments->jobs, "Threads; as many as cores if not given")->check(CLI::Range(1, 256));
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/agreement/1) on stdout");
    command->footer("Example:\n  foragrade-cli agree ratings.csv --bootstrap 2000 --seed 1 --by level,side --json\n"
                    "  foragrade-cli agree --store readings.db --bootstrap 2000\n"
                    "  foragrade-cli agree --store study.db --project Narrowing --as Manager^One --by level\n"
                    "  foragrade-cli agree --masks one/l4l5-right.nii.gz two/l4l5-right.nii.gz\n"
                    "  foragrade-cli agree --masks one.seg.dcm two.seg.dcm --series study/");
    command->callback([arguments, &status] { status = agree(*arguments); });
}

} // namespace foragrade
