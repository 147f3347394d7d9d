#include "AgreeCommand.h"

#include "AgreementOutput.h"

#include "grading/agreement/Agreement.h"
#include "grading/base/Files.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace foragrade {

namespace {

struct AgreeArguments {
    std::string file;
    std::string weights = "quadratic";
    int bootstraps = 0;
    std::uint64_t seed = 1;
    std::vector<double> scale = grading::gradeScale();
    std::vector<std::string> by;
    int jobs = 0;
    bool json = false;
};

grading::AgreementOptions optionsOf(const AgreeArguments& arguments)
{
    grading::AgreementOptions options;
    options.weights = arguments.weights == "none"     ? grading::AgreementWeights::None
                      : arguments.weights == "linear" ? grading::AgreementWeights::Linear
                                                      : grading::AgreementWeights::Quadratic;
    options.bootstraps = arguments.bootstraps;
    options.seed = arguments.seed;
    options.jobs = arguments.jobs;
    return options;
}

grading::AgreementSplit splitOf(const AgreeArguments& arguments)
{
    const auto wants = [&](const char* what) {
        return std::find(arguments.by.begin(), arguments.by.end(), what) != arguments.by.end();
    };
    return {wants("level"), wants("side"), wants("pair")};
}

ExitStatus agree(AgreeArguments arguments)
{
    if (!std::all_of(arguments.scale.begin(), arguments.scale.end(), [](double value) { return std::isfinite(value); }))
        return failUsage("--scale: holds what isn't a finite number; write such as 0,1,2,3");
    std::sort(arguments.scale.begin(), arguments.scale.end());
    if (std::adjacent_find(arguments.scale.begin(), arguments.scale.end()) != arguments.scale.end())
        return failUsage("--scale: names a value twice");
    if (arguments.scale.size() < 2)
        return failUsage("--scale: needs at least two values, such as 0,1,2,3");
    const auto text = grading::readFile(arguments.file);
    if (!text)
        return failWith(text.error());
    const auto ratings = grading::ratingsFromCsv(*text, arguments.file, arguments.scale);
    if (!ratings)
        return failWith(ratings.error());
    AgreementReport report{optionsOf(arguments), ratings->scale, {}, {}};
    auto statistics = grading::agreement(*ratings, report.options, terminalProgress());
    if (statistics && !arguments.by.empty()) {
        auto groups = grading::agreementBy(*ratings, splitOf(arguments), report.options, terminalProgress());
        if (!groups)
            return failWith(groups.error());
        report.groups = std::move(*groups);
    }
    clearProgress();
    if (!statistics) {
        auto error = statistics.error();
        error.subject = arguments.file;
        error.what = ratings->readers.empty() ? "holds no rating" : "has one reader only, " + ratings->readers.front();
        return failWith(statistics.error().code == grading::ErrorCode::InvalidArgument ? error : statistics.error());
    }
    report.all = std::move(*statistics);
    if (arguments.json)
        printJson(toJson(report));
    else
        printTable(report);
    return ExitStatus::Done;
}

} // namespace

void addAgreeCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("agree", "How well readers agree, with confidence intervals over patients");
    auto arguments = std::make_shared<AgreeArguments>();
    command->add_option("RATINGS", arguments->file, "CSV with the columns patient,item,reader,rating")->required();
    command->add_option("--weights", arguments->weights, "none, linear or quadratic (default)")
        ->check(CLI::IsMember({"none", "linear", "quadratic"}));
    command->add_option("--bootstrap", arguments->bootstraps, "Resamplings of patients for 95 % intervals")
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--seed", arguments->seed, "Start of the resampling, 1 if not given");
    command->add_option("--scale", arguments->scale, "Every possible rating, 0,1,2,3 if not given")->delimiter(',');
    command->add_option("--by", arguments->by, "Also apart by level, side or pair of readers, such as level,side")
        ->delimiter(',')
        ->check(CLI::IsMember({"level", "side", "pair"}));
    command->add_option("--jobs", arguments->jobs, "Threads; as many as cores if not given")->check(CLI::Range(1, 256));
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/agreement/1) on stdout");
    command->footer("Example:\n  foragrade-cli agree ratings.csv --bootstrap 2000 --seed 1 --by level,side --json");
    command->callback([arguments, &status] { status = agree(*arguments); });
}

} // namespace foragrade
