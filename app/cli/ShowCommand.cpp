#include "ShowCommand.h"

#include "ReportAsText.h"

#include "grading/dicom/ImportMarks.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace foragrade {

namespace {

struct ShowArguments {
    std::vector<std::filesystem::path> files;
    bool map = false;
};

std::string marksAsText(const std::filesystem::path& path, const grading::Segmentation& marks)
{
    const auto& grid = marks.geometry;
    auto text = fmt::format("{}\nGrid        {} × {} × {}, {:.3g} × {:.3g} × {:.3g} mm\n", printable(path.string()),
                            grid.columns(), grid.rows(), grid.slices(), grid.columnSpacing().value,
                            grid.rowSpacing().value, grid.sliceSpacing().value);
    if (!marks.frameOfReference.isEmpty())
        text += fmt::format("Frame       {}\n", marks.frameOfReference.text());
    if (!marks.sourceSeries.isEmpty())
        text += fmt::format("Series      {}\n", marks.sourceSeries.text());
    text += fmt::format("\n{:>8} {:>10} {:>7}  {:<10} {:<16} {}\n", "Segment", "Voxels", "Slices", "Foramen",
                        "Structure", "Label");
    const auto said = grading::mapSaidBy(marks);
    for (std::size_t i = 0; i < marks.segments.size(); ++i) {
        const auto& segment = marks.segments[i];
        const auto& foramen = said.entries[i].foramen;
        text += fmt::format("{:>8} {:>10} {:>7}  {:<10} {:<16} {}\n", segment.number, segment.voxels(),
                            segment.slices.size(), foramen ? foramen->key() : "-",
                            foramen ? name(said.entries[i].structure) : "-", printable(segment.label));
    }
    return text + "\n";
}

/// A segmentation or label image, else a structured report.
grading::Result<std::string> shown(const std::filesystem::path& path, bool asMap)
{
    const auto marks = grading::readForeignMarks(path);
    if (marks)
        return asMap ? toJson(grading::mapSaidBy(*marks)) : marksAsText(path, *marks);
    if (asMap)
        return grading::fail(marks.error());
    auto report = reportAsText(path);
    if (report || marks.error().what != "isn't a DICOM segmentation")
        return report ? report : grading::fail(marks.error());
    return report;
}

ExitStatus show(const ShowArguments& arguments)
{
    if (arguments.map && arguments.files.size() != 1)
        return failUsage("show: --map takes one file");
    for (const auto& path : arguments.files) {
        const auto text = shown(path, arguments.map);
        if (!text)
            return failWith(text.error());
        std::cout << *text;
    }
    return ExitStatus::Done;
}

} // namespace

void addShowCommand(CLI::App& app, ExitStatus& status)
{
    auto* command = app.add_subcommand("show", "Print reports, segmentations and label images of anybody as text");
    auto arguments = std::make_shared<ShowArguments>();
    command->add_option("FILE", arguments->files, "SR, SEG, .nii.gz, .nrrd, .seg.nrrd, .mha")->required();
    command->add_flag("--map", arguments->map,
                      "Instead: a map of the segments to fill in for `import --map` (foragrade/segment-map/1)");
    command->footer("Examples:\n  foragrade-cli show report.dcm\n  foragrade-cli show --map other.seg.nrrd > map.json");
    command->callback([arguments, &status] { status = show(*arguments); });
}

} // namespace foragrade
