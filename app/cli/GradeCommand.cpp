#include "GradeCommand.h"

#include "ScanOptions.h"
#include "SchemeArgument.h"
#include "StackArgument.h"

#include "grading/anatomy/SpineNumbering.h"
#include "grading/dicom/ReadMarks.h"
#include "grading/measure/Measure.h"
#include "grading/scoring/GradeDocument.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct GradeArguments {
    ScanArguments scanning;
    std::string stack;
    std::filesystem::path marks;
    std::string foramen;
    std::string scheme = "document";
    std::filesystem::path parameters;
    std::filesystem::path otherSide;
    std::vector<std::filesystem::path> neighbours;
    std::optional<int> slice; ///< from 1
    bool noFatSeen = false;
    bool json = false;
};

std::string percent(const std::optional<double>& share)
{
    return share ? fmt::format("{:.0f} %", *share * 100) : std::string("–");
}

std::string joined(const std::vector<std::string>& words, const char* separator)
{
    return fmt::format("{}", fmt::join(words, separator));
}

void printText(const grading::Foramen& foramen, const grading::Measurements& measurements,
               const grading::GradingScheme& scheme)
{
    const auto& slice = measurements.graded();
    const auto suggestion = grading::suggest(measurements, scheme);
    const auto worst = grading::worstSlice(measurements, scheme);
    std::cout << fmt::format("{}, slice {}: {} admits {}\n", foramen.title(), slice.slice + 1, scheme.title,
                             joined(suggestion.grades, " or "));
    for (const auto direction : grading::allDirections) {
        const auto& side = slice.side(direction);
        std::cout << fmt::format("  {:<10} {:<14} {}\n", grading::name(direction), grading::name(side.state),
                                 percent(side.coverage));
    }
    std::cout << fmt::format("  {:<10} {:<14} {:.1f} mm², flattening {:.2f}, solidity {:.2f}\n", "root",
                             grading::name(slice.root.state), slice.root.area.value, slice.root.flattening,
                             slice.root.solidity);
    const auto printRatios = [](const char* to, const std::optional<grading::RootRatios>& ratios) {
        if (ratios)
            std::cout << fmt::format("  {:<25} area {:.2f}, flattening {:.2f}\n", to, ratios->area, ratios->flattening);
    };
    printRatios("over the other side", slice.root.toOtherSide);
    printRatios("over its neighbours", slice.root.toNeighbours);
    for (const auto& reason : suggestion.reasons)
        std::cout << "  - " << reason << '\n';
    std::cout << fmt::format("worst of {} slices: {}, admits {}\n", measurements.slices.size(), worst.slice + 1,
                             joined(worst.suggestion.grades, " or "));
    std::cout << fmt::format("scheme {} version {}, parameters {}\n", suggestion.scheme, suggestion.schemeVersion,
                             suggestion.parameters);
    std::cout << "Research decision support, not a diagnosis.\n";
}

/// The root of another foramen on the same stack, to compare with.
grading::Result<grading::RootReference> readReference(const std::filesystem::path& file, const grading::Stack& stack,
                                                      const grading::Foramen& foramen)
{
    const auto marks = grading::readMarks(file, stack, foramen);
    if (!marks)
        return grading::fail(marks.error());
    const auto measured = grading::measure(marks->marks, *stack.geometry);
    if (!measured)
        return grading::fail(measured.error());
    return measured->graded().root.asReference();
}

/// A segmentation may hold several foramina: the level above counts before the one below.
grading::Result<grading::RootReference> readNeighbour(const std::filesystem::path& file, const grading::Stack& stack,
                                                      const grading::Foramen& foramen)
{
    const auto levels = grading::SpineNumbering().levels();
    const auto here = std::find(levels.begin(), levels.end(), foramen.level);
    grading::Result<grading::RootReference> read =
        grading::fail(grading::ErrorCode::NotFound, file.string(), "can't be that of a neighbour of " + foramen.key());
    for (const int step : {-1, 1}) {
        const auto place = here - levels.begin() + step;
        if (here == levels.end() || place < 0 || place >= static_cast<std::ptrdiff_t>(levels.size()))
            continue;
        read = readReference(file, stack, {levels[static_cast<std::size_t>(place)], foramen.side});
        if (read || read.error().code != grading::ErrorCode::NotFound)
            return read;
    }
    return read;
}

grading::Result<void> addReferences(grading::MeasureRequest& request, const GradeArguments& arguments,
                                    const grading::Stack& stack, const grading::Foramen& foramen)
{
    if (!arguments.otherSide.empty()) {
        const auto other = readReference(arguments.otherSide, stack, {foramen.level, grading::opposite(foramen.side)});
        if (!other)
            return grading::fail(other.error());
        request.otherSide = *other;
    }
    for (const auto& file : arguments.neighbours) {
        const auto neighbour = readNeighbour(file, stack, foramen);
        if (!neighbour)
            return grading::fail(neighbour.error());
        request.neighbours.push_back(*neighbour);
    }
    return {};
}

ExitStatus gradeStack(const GradeArguments& arguments, const grading::Foramen& foramen,
                      const grading::GradingScheme& scheme, grading::MeasureRequest request)
{
    const StackArgument stackArgument = parseStackArgument(arguments.stack);
    const auto catalogue =
        grading::scanFolder({stackArgument.folder}, scanOptions(arguments.scanning), terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    const auto chosen = chooseStack(*catalogue, stackArgument);
    if (const auto* status = std::get_if<ExitStatus>(&chosen))
        return *status;
    const auto& stack = *std::get<const grading::Stack*>(chosen);
    const auto marks = grading::readMarks(arguments.marks, stack, foramen);
    if (!marks)
        return failWith(marks.error());
    if (const auto added = addReferences(request, arguments, stack, foramen); !added)
        return failWith(added.error());
    const auto measurements = grading::measure(marks->marks, *stack.geometry, request);
    if (!measurements) {
        auto error = measurements.error();
        error.subject = arguments.marks.string() + (error.subject.empty() ? "" : ", " + error.subject);
        return failWith(error);
    }
    grading::Issues issues = stack.issues;
    const auto add = [&issues](const grading::Issues& more) { issues.insert(issues.end(), more.begin(), more.end()); };
    add(marks->issues);
    add(grading::cautionsFor(foramen, *stack.geometry));
    printIssues(issues);
    printIssues(measurements->issues);
    printIssues(measurements->graded().issues);
    if (arguments.json)
        printJson(nlohmann::ordered_json::parse(grading::gradeDocument(foramen, *measurements, scheme, issues)));
    else
        printText(foramen, *measurements, scheme);
    return ExitStatus::Done;
}

/// What can be judged from the command line alone comes first: wrong usage ends with 2 whatever the files hold.
ExitStatus grade(const GradeArguments& arguments)
{
    const auto foramen = grading::Foramen::parse(arguments.foramen);
    if (!foramen)
        return failUsage("--foramen " + arguments.foramen + ": isn't a foramen; write it like L4-L5:R");
    const auto scheme = chooseScheme(arguments.scheme);
    if (const auto* status = std::get_if<ExitStatus>(&scheme))
        return *status;
    grading::MeasureRequest request;
    request.noFatSeen = arguments.noFatSeen;
    if (arguments.slice)
        request.slice = *arguments.slice - 1;
    if (!arguments.parameters.empty()) {
        const auto parameters = grading::readParameters(arguments.parameters);
        if (!parameters)
            return failWith(parameters.error());
        request.parameters = *parameters;
    }
    return gradeStack(arguments, *foramen, std::get<grading::GradingScheme>(scheme), std::move(request));
}

} // namespace

void addGradeCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("grade", "Measure one foramen's marks and suggest grades");
    auto arguments = std::make_shared<GradeArguments>();
    command
        ->add_option("--stack", arguments->stack,
                     "Folder with one stack, or FOLDER#n, or FOLDER#<id as scan prints it>")
        ->required();
    command
        ->add_option(
            "--marks", arguments->marks,
            "DICOM SEG, or a label image on the stack's grid: 1 nerve root, 2 perineural fat, 3 foramen outline")
        ->required();
    command->add_option("--foramen", arguments->foramen, "Like L4-L5:R")->required();
    command
        ->add_option("--scheme", arguments->scheme,
                     "Grading scheme: " + schemeIds() + "; or FILE.json, one of your own")
        ->capture_default_str();
    addScanOptions(*command, arguments->scanning);
    command->add_option("--parameters", arguments->parameters, "JSON file with measurement thresholds of one's own");
    command->add_option("--slice", arguments->slice,
                        "Slice to grade on, from 1; the one with the largest root if not given");
    command->add_option("--other-side", arguments->otherSide,
                        "Marks of the same level's other root, to compare size and shape with");
    command
        ->add_option("--neighbour", arguments->neighbours,
                     "Marks of the level above or below, for when there is no other side; may be given twice")
        ->expected(1, 2);
    command->add_flag("--no-fat-seen", arguments->noFatSeen, "Fat was looked for and none seen");
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/grade/1) on stdout");
    command->footer(
        "Example:\n  foragrade-cli grade --stack /data/study/t2 --marks l4l5-right.nii.gz --foramen L4-L5:R --json");
    command->callback([arguments, &status] { status = grade(*arguments); });
}

} // namespace foragrade
