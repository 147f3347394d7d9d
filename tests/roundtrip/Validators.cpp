#include "Validators.h"

#include "TestSeries.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace grading::test {

namespace {

/// dciodvfy knows no private coding schemes; DCMTK's checker of value representations knows no UTF-8, and it says of
/// key objects that it can't check their template.
constexpr std::array<std::string_view, 4> allowed{
    "Warning - Unrecognized defined term <99FORAMEN> for value 1 of attribute <Coding Scheme Designator>",
    "Warning - Unrecognized defined term <2.25.218340775513926064875529016241340881734> for value 1 of attribute "
    "<Coding Scheme UID>",
    "W: The VR checker does not support this Specific Character Set: ISO_IR 192",
    "W: Check for template constraints not yet supported"};

/// dcentvfy takes the Accession Number for the series' in images and for the study's in reports.
constexpr std::array<std::string_view, 2> allowedStarts{
    "Warning - Different information entities for attribute - Element=<AccessionNumber> IE <Series> versus <Study> for "
    "file",
    "Warning - Different information entities for attribute - Element=<AccessionNumber> IE <Study> versus <Series> for "
    "file"};

constexpr std::string_view pixelMed = "/usr/share/java/pixelmed.jar";

/// Its context groups are those of an older edition; it holds a group of TID 1501 against TID 1411 where both stand in
/// a report, and so misses what only the other has; what extends an extensible template it lists as a warning.
constexpr std::array<std::string_view, 7> allowedOfPixelMed{"not found in context group 100",
                                                            "not found in context group 7452",
                                                            "not found in context group 7453",
                                                            R"([Row 5] SCOORD (111030,DCM,"Image Region"))",
                                                            R"([Row 7] IMAGE (121191,DCM,"Referenced Segment"))",
                                                            R"([Row 10] SCOORD3D (121231,DCM,"Volume Surface"))",
                                                            "Content Item not in template"};

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

bool hasPixelMed()
{
    return std::filesystem::exists(pixelMed) && outputOf("java", "-version").has_value();
}

std::vector<std::string> complaintsOfPixelMed(const std::filesystem::path& report)
{
    // The templates' conditions are longer than Java's limits on XPath.
    const auto output =
        outputOf("java", "-Djdk.xml.xpathTotalOpLimit=0 -Djdk.xml.xpathExprOpLimit=0 "
                         "-Djdk.xml.xpathExprGrpLimit=0 -cp '" +
                             std::string(pixelMed) + ":/usr/share/java/*' com.pixelmed.validate.DicomSRValidator " +
                             quoted(report))
            .value_or("");
    std::vector<std::string> found;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        const bool isAllowed =
            std::ranges::any_of(allowedOfPixelMed, [&](auto part) { return line.find(part) != std::string::npos; });
        if ((line.starts_with("Error") || line.starts_with("Warning")) && !isAllowed)
            found.push_back(line);
    }
    if (output.find("IOD validation complete") == std::string::npos)
        found.push_back("PixelMed didn't complete: " + output.substr(0, 500));
    return found;
}

} // namespace grading::test
