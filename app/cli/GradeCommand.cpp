#include "GradeCommand.h"

#include "StackArgument.h"
#include "grading/dicom/ReadMarks.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/measure/Measure.h"
#include "grading/scoring/GradeDocument.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct GradeArguments {
    std::string stack;
    std::filesystem::path marks;
    std::string foramen;
    std::string scheme = "document";
    std::filesystem::path parameters;
    std::optional<int> slice; ///< from 1
    bool noFatSeen = false;
    bool json = false;
};

std::string schemeIds()
{
    std::string ids;
    for (const auto& scheme : grading::gradingSchemes())
        ids += (ids.empty() ? "" : ", ") + scheme.id;
    return ids;
}

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
    for (const auto& reason : suggestion.reasons)
        std::cout << "  - " << reason << '\n';
    std::cout << fmt::format("worst of {} slices: {}, admits {}\n", measurements.slices.size(), worst.slice + 1,
                             joined(worst.suggestion.grades, " or "));
    std::cout << "Research decision support, not a diagnosis.\n";
}

ExitStatus gradeStack(const GradeArguments& arguments, const grading::Foramen& foramen,
                      const grading::GradingScheme& scheme, const grading::MeasureRequest& request)
{
    const StackArgument stackArgument = parseStackArgument(arguments.stack);
    const auto catalogue = grading::scanFolder({stackArgument.folder}, {}, terminalProgress());
    if (!catalogue)
        return failWith(catalogue.error());
    const auto chosen = chooseStack(*catalogue, stackArgument);
    if (const auto* status = std::get_if<ExitStatus>(&chosen))
        return *status;
    const auto& stack = *std::get<const grading::Stack*>(chosen);
    const auto marks = grading::readMarks(arguments.marks, stack, foramen);
    if (!marks)
        return failWith(marks.error());
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
    const auto* scheme = grading::findScheme(arguments.scheme);
    grading::GradingScheme own;
    if (arguments.scheme.ends_with(".json")) {
        auto read = grading::readScheme(arguments.scheme);
        if (!read)
            return failWith(read.error());
        own = std::move(*read);
        scheme = &own;
    }
    if (scheme == nullptr)
        return failUsage("--scheme " + arguments.scheme + ": isn't a grading scheme; choose one of " + schemeIds());
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
    return gradeStack(arguments, *foramen, *scheme, std::move(request));
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
    command->add_option("--parameters", arguments->parameters, "JSON file with measurement thresholds of one's own");
    command->add_option("--slice", arguments->slice,
                        "Slice to grade on, from 1; the one with the largest root if not given");
    command->add_flag("--no-fat-seen", arguments->noFatSeen, "Fat was looked for and none seen");
    command->add_flag("--json", arguments->json, "One JSON document (foragrade/grade/1) on stdout");
    command->footer(
        "Example:\n  foragrade-cli grade --stack /data/study/t2 --marks l4l5-right.nii.gz --foramen L4-L5:R --json");
    command->callback([arguments, &status] { status = grade(*arguments); });
}

} // namespace foragrade
