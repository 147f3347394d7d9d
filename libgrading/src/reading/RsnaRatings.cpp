#include "grading/reading/RsnaRatings.h"

#include "grading/base/Csv.h"
#include "grading/reading/ForamenReading.h"
#include "grading/scoring/Grade.h"

#include <algorithm>
#include <array>
#include <optional>

namespace grading {

namespace {

constexpr std::string_view middle = "_neural_foraminal_narrowing_";
constexpr std::string_view labelPrefix = "RSNA 2024 label: ";
constexpr std::array<std::string_view, 3> knownLabels{"Normal/Mild", "Moderate", "Severe"};

/// "left_neural_foraminal_narrowing_l4_l5" → L4-L5 left.
std::optional<Foramen> foramenOf(std::string_view column)
{
    const auto at = column.find(middle);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto side = column.substr(0, at);
    std::string level(column.substr(at + middle.size()));
    std::ranges::replace(level, '_', '-');
    const auto parsed = Level::parse(level);
    if (!parsed || (side != "left" && side != "right"))
        return std::nullopt;
    return Foramen{*parsed, side == "left" ? Side::Left : Side::Right};
}

struct Columns {
    std::optional<std::size_t> study;
    std::map<std::size_t, Foramen> foramina;
};

Columns columnsOf(const CsvRecord& header)
{
    Columns columns;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        if (header.fields[i] == "study_id")
            columns.study = i;
        else if (const auto foramen = foramenOf(header.fields[i]))
            columns.foramina.emplace(i, *foramen);
    }
    return columns;
}

Result<RsnaRatings> ratingsFrom(const CsvRecord& record, const Columns& columns, const std::string& subject)
{
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorCode::Unreadable, subject + ", line " + std::to_string(record.line), what,
                    "labels are Normal/Mild, Moderate, Severe or empty");
    };
    if (*columns.study >= record.fields.size() || record.fields[*columns.study].empty())
        return wrong("has no study_id");
    RsnaRatings ratings{record.fields[*columns.study], record.line, {}};
    for (const auto& [column, foramen] : columns.foramina) {
        if (column >= record.fields.size() || record.fields[column].empty())
            continue;
        const auto& label = record.fields[column];
        if (std::ranges::find(knownLabels, label) == knownLabels.end())
            return wrong("'" + label + "' of " + foramen.key() + " is no label");
        ratings.labels.emplace(foramen, label);
    }
    return ratings;
}

} // namespace

Result<std::vector<RsnaRatings>> readRsnaRatings(std::string_view csv, const std::string& subject)
{
    const auto records = parseCsv(csv, subject);
    if (!records)
        return fail(records.error());
    const auto columns = records->empty() ? Columns() : columnsOf(records->front());
    if (!columns.study || columns.foramina.empty())
        return fail(ErrorCode::Unreadable, subject, "isn't an RSNA-style table of foramina",
                    "it needs study_id and columns such as left_neural_foraminal_narrowing_l4_l5");
    std::vector<RsnaRatings> rows;
    for (std::size_t i = 1; i < records->size(); ++i) {
        auto row = ratingsFrom((*records)[i], columns, subject);
        if (!row)
            return fail(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

Command takeRsnaRatings(const RsnaRatings& ratings)
{
    return {"Import RSNA labels", [labels = ratings.labels](const Reading& reading) -> Result<Reading> {
                Result<Reading> changed = reading;
                for (const auto& entry : labels) {
                    const auto take = [label = entry.second](ForamenReading& record) {
                        const auto line = std::string(labelPrefix) + label;
                        if (record.comment.find(line) == std::string::npos)
                            record.comment += (record.comment.empty() ? "" : "\n") + line;
                        if (!record.isComplete())
                            record.grade = gradeFromRsnaLabel(label);
                    };
                    const auto name = "Import RSNA label, " + entry.first.title();
                    changed = commands::edit(entry.first, name, take).apply(*changed);
                    if (!changed)
                        return changed;
                }
                return changed;
            }};
}

std::optional<std::string> rsnaLabelOf(const ForamenReading& record)
{
    if (record.grade)
        return std::string(rsnaLabel(*record.grade));
    if (record.notGradable)
        return std::nullopt;
    for (const auto label : knownLabels) {
        if (record.comment.find(std::string(labelPrefix) + std::string(label)) != std::string::npos)
            return std::string(label);
    }
    return std::nullopt;
}

} // namespace grading
