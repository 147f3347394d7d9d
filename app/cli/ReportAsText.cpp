#include "ReportAsText.h"

#include "Output.h"

#include "grading/dicom/ReadableReport.h"

#include <fmt/format.h>

#include <algorithm>

namespace foragrade {

namespace {

/// Characters that a terminal shows, in UTF-8; wide ones count once.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string padded(const std::string& text, std::size_t to)
{
    return text + std::string(to - std::min(to, width(text)), ' ');
}

/// A terminal is narrow and groups have many measures, so a group is a block with a line for each.
std::string groupsOf(const grading::ReadableReport& report)
{
    std::size_t widest = 0;
    for (const auto& column : report.columns)
        widest = std::max(widest, width(column));
    std::string text;
    for (const auto& row : report.rows) {
        text += "\n";
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].empty())
                text += "  " + padded(printable(report.columns[i]), widest + 2) + printable(row[i]) + "\n";
        }
    }
    return text;
}

} // namespace

grading::Result<std::string> reportAsText(const std::filesystem::path& path)
{
    const auto report = grading::readableReport(path);
    if (!report)
        return grading::fail(report.error());
    std::string text = printable(report->title) + "\n";
    for (const auto& fact : report->facts)
        text += padded(fact.label, 12) + printable(fact.value) + "\n";
    if (!report->rows.empty())
        text += fmt::format("\n{} measurement groups\n", report->rows.size()) + groupsOf(*report);
    text += "\nContent\n";
    for (const auto& line : report->lines)
        text += std::string(2 * static_cast<std::size_t>(line.depth + 1), ' ') + printable(line.name) +
                (line.value.empty() ? "" : ": " + printable(line.value)) + "\n";
    return text + "\n";
}

} // namespace foragrade
