#include "grading/dicom/ReadableReport.h"

#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "ReportConcepts.h"

#include <fmt/format.h>

#include <algorithm>

namespace grading {

namespace {

std::string meaningOf(const Code& code)
{
    return code.meaning.empty() ? code.value : code.meaning;
}

std::string numberText(const ContentItem& item)
{
    if (item.code.isEmpty())
        return "no value";
    const bool isBare = item.code.value == "1" || item.code.value.starts_with('{');
    return fmt::format("{:.6g}", item.number) + (isBare ? "" : " " + item.code.value);
}

std::string imageText(const InstanceReference& image)
{
    const auto list = [](const std::vector<int>& numbers) {
        std::string text;
        for (const int number : numbers)
            text += (text.empty() ? " " : ", ") + std::to_string(number);
        return text;
    };
    auto text = image.sopInstance.text();
    if (!image.segments.empty())
        text += ", segment" + list(image.segments);
    if (!image.frames.empty())
        text += ", frame" + list(image.frames);
    return text;
}

/// "POINT (1.5, -20, 30.2) mm"; of figures with many points how many there are.
std::string coordinatesText(const SpatialCoordinates& coordinates)
{
    const auto& values = coordinates.values;
    if (!coordinates.isPoint())
        return coordinates.graphicType + ", " + std::to_string(values.size() / 3) + " points";
    return fmt::format("POINT ({:.6g}, {:.6g}, {:.6g}) mm", values[0], values[1], values[2]);
}

std::string valueOf(const ContentItem& item)
{
    if (item.isByReference)
        return "(refers to another item)";
    switch (item.type) {
    case ValueType::Container:
        return {};
    case ValueType::Code:
        return meaningOf(item.code);
    case ValueType::Number:
        return numberText(item);
    case ValueType::Image:
        return imageText(item.image);
    case ValueType::Coordinates3d:
        return coordinatesText(item.coordinates);
    case ValueType::Text:
    case ValueType::PersonName:
    case ValueType::UidReference:
    case ValueType::DateTime:
    case ValueType::Other:
        break;
    }
    return item.text;
}

std::string nameOf(const ContentItem& item)
{
    if (!item.name.isEmpty())
        return meaningOf(item.name);
    return item.type == ValueType::Image ? "Image" : "Item";
}

/// Images of one parent are counted where there are many, as in an image library.
void addLines(const ContentItem& parent, int depth, std::vector<ReadableReport::Line>& lines)
{
    constexpr std::ptrdiff_t few = 3;
    const auto isNameless = [](const ContentItem& item) {
        return item.type == ValueType::Image && item.name.isEmpty();
    };
    const auto images = std::ranges::count_if(parent.children, isNameless);
    if (images > few)
        lines.push_back({depth, "Images", std::to_string(images)});
    for (const auto& child : parent.children) {
        if (images > few && isNameless(child))
            continue;
        lines.push_back({depth, nameOf(child), valueOf(child)});
        addLines(child, depth + 1, lines);
    }
}

std::size_t columnOf(std::vector<std::string>& columns, const std::string& name)
{
    const auto found = std::ranges::find(columns, name);
    if (found != columns.end())
        return static_cast<std::size_t>(found - columns.begin());
    columns.push_back(name);
    return columns.size() - 1;
}

void put(ReadableReport& report, std::vector<std::string>& row, const std::string& column, const std::string& value)
{
    const auto at = columnOf(report.columns, column);
    if (row.size() <= at)
        row.resize(at + 1);
    row[at] += (row[at].empty() ? "" : "; ") + value;
}

/// Number with what modifies it, so that five coverages of one group can be told apart.
std::string columnName(const ContentItem& number)
{
    std::string name = meaningOf(number.name);
    for (const auto& child : number.children) {
        if (child.type == ValueType::Code && child.relationship == Relationship::HasConceptModifier)
            name += ", " + meaningOf(child.code);
    }
    return name;
}

void addRow(ReadableReport& report, const ContentItem& group)
{
    std::vector<std::string> row;
    put(report, row, "Group", group.textOf(codes::trackingIdentifier));
    put(report, row, "Finding", meaningOf(group.codeOf(codes::finding)));
    if (const auto* site = group.find(codes::findingSite)) {
        auto text = meaningOf(site->code);
        for (const auto& modifier : site->children)
            text += ", " + meaningOf(modifier.code);
        put(report, row, "Site", text);
    }
    for (const auto& item : group.children) {
        if (item.type == ValueType::Number)
            put(report, row, columnName(item), numberText(item));
        else if (item.type == ValueType::Coordinates3d)
            put(report, row, nameOf(item), coordinatesText(item.coordinates));
    }
    report.rows.push_back(std::move(row));
}

std::vector<ReadableReport::Fact> factsOf(DcmItem& dataset)
{
    std::vector<ReadableReport::Fact> facts;
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty())
            facts.push_back({label, value});
    };
    add("Patient", text(dataset, DCM_PatientName));
    add("Patient id", text(dataset, DCM_PatientID));
    add("Study", text(dataset, DCM_StudyInstanceUID));
    add("Date", text(dataset, DCM_ContentDate));
    const auto verification = text(dataset, DCM_VerificationFlag);
    add("State", text(dataset, DCM_CompletionFlag) + (verification.empty() ? "" : ", " + verification));
    add("Maker", text(dataset, DCM_Manufacturer));
    add("Program", text(dataset, DCM_ManufacturerModelName));
    return facts;
}

} // namespace

Result<ReadableReport> readableReport(const std::filesystem::path& path)
{
    auto file = loadObject(path);
    if (!file)
        return fail(file.error());
    const auto root = readContentTree(file->dataset(), path.string());
    if (!root)
        return fail(root.error());
    ReadableReport report;
    report.title = nameOf(*root);
    report.facts = factsOf(file->dataset());
    addLines(*root, 0, report.lines);
    visit(*root, [&](const ContentItem& item, int) {
        if (item.type == ValueType::Container && item.name.isSame(codes::measurementGroup))
            addRow(report, item);
    });
    for (auto& row : report.rows)
        row.resize(report.columns.size());
    return report;
}

} // namespace grading
