#include "Validators.h"

#include "TestSeries.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace grading::test {

namespace {

/// dciodvfy knows no private coding schemes; DCMTK's checker of value representations knows no UTF-8.
constexpr std::array<std::string_view, 3> allowed{
    "Warning - Unrecognized defined term <99FORAMEN> for value 1 of attribute <Coding Scheme Designator>",
    "Warning - Unrecognized defined term <2.25.218340775513926064875529016241340881734> for value 1 of attribute "
    "<Coding Scheme UID>",
    "W: The VR checker does not support this Specific Character Set: ISO_IR 192"};

/// dcentvfy takes the Accession Number for the series' in images and for the study's in reports.
constexpr std::array<std::string_view, 2> allowedStarts{
    "Warning - Different information entities for attribute - Element=<AccessionNumber> IE <Series> versus <Study> for "
    "file",
    "Warning - Different information entities for attribute - Element=<AccessionNumber> IE <Study> versus <Series> for "
    "file"};

std::vector<std::string> complaints(const std::string& output)
{
    std::vector<std::string> found;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        const bool isComplaint = line.starts_with("Error") || line.starts_with("Warning") || line.starts_with("E: ") ||
                                 line.starts_with("W: ") || line.starts_with("F: ");
        const bool isAllowed = std::ranges::find(allowed, line) != allowed.end() ||
                               std::ranges::any_of(allowedStarts, [&](auto start) { return line.starts_with(start); });
        if (isComplaint && !isAllowed)
            found.push_back(line);
    }
    return found;
}

std::string quoted(const std::filesystem::path& path)
{
    return "'" + path.string() + "'";
}

} // namespace

bool hasDicom3tools()
{
    return outputOf("dciodvfy", "-version").has_value() && outputOf("dcentvfy", "-version").has_value();
}

std::vector<std::string> complaintsOfDciodvfy(const std::filesystem::path& object)
{
    return complaints(outputOf("dciodvfy", quoted(object)).value_or("Error - dciodvfy isn't installed"));
}

std::vector<std::string> complaintsOfDcentvfy(const std::vector<std::filesystem::path>& files)
{
    std::string arguments;
    for (const auto& file : files)
        arguments += quoted(file) + " ";
    return complaints(outputOf("dcentvfy", arguments).value_or("Error - dcentvfy isn't installed"));
}

std::vector<std::string> complaintsOfDsrdump(const std::filesystem::path& report)
{
    return complaints(outputOf("dsrdump", quoted(report)).value_or("E: dsrdump isn't installed"));
}

} // namespace grading::test
