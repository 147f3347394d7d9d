#include "Tables.h"

#include "grading/reading/Assessment.h"

#include <fmt/format.h>

namespace grading {

namespace {

struct MeasuredRow {
    const ForamenRow& row;
    Assessment assessment;
};

struct Field {
    Column column;
    std::string (*text)(const MeasuredRow& row);
};

std::string joined(const std::vector<std::string>& values)
{
    std::string text;
    for (const auto& value : values)
        text += (text.empty() ? "" : ";") + value;
    return text;
}

const SliceMeasurements* measuredOf(const MeasuredRow& row)
{
    return row.assessment.measurements ? &row.assessment.measurements->graded() : nullptr;
}

template <AnatomicalDirection direction>
std::string coverage(const MeasuredRow& row)
{
    const auto* slice = measuredOf(row);
    return slice && slice->side(direction).coverage ? fmt::format("{:.3f}", *slice->side(direction).coverage) : "";
}

template <class Make>
std::string measured(const MeasuredRow& row, Make make)
{
    const auto* slice = measuredOf(row);
    return slice ? make(*slice) : std::string();
}

const std::vector<Field>& measuredFields()
{
    static const std::vector<Field> fields{
        {{"subject", "string", "", "", "Patient, numbered at random for this data set"},
         [](const MeasuredRow& r) { return r.row.study.subjectName; }},
        {{"session", "string", "", "", "Study of the patient, numbered by date"},
         [](const MeasuredRow& r) { return r.row.study.sessionName; }},
        {{"reader", "string", "", "", "Who read, numbered; or consensus"},
         [](const MeasuredRow& r) { return r.row.planned.reader; }},
        {{"foramen", "string", "", "", "Level and the patient's side, L4-L5:R"},
         [](const MeasuredRow& r) { return r.row.foramen.key(); }},
        {{"stack", "string", "", "", "Stack that was measured; empty without marks"},
         [](const MeasuredRow& r) { return r.row.stack; }},
        {{"slice", "integer", "", "", "Slice measured, from 0 as array index"},
         [](const MeasuredRow& r) { return measured(r, [](auto& s) { return std::to_string(s.slice); }); }},
        {{"coverage_superior", "number", "", "0..1", "Share of the 90 rays upwards that meet fat"},
         &coverage<AnatomicalDirection::Superior>},
        {{"coverage_inferior", "number", "", "0..1", "Downwards"}, &coverage<AnatomicalDirection::Inferior>},
        {{"coverage_anterior", "number", "", "0..1", "Forwards"}, &coverage<AnatomicalDirection::Anterior>},
        {{"coverage_posterior", "number", "", "0..1", "Backwards"}, &coverage<AnatomicalDirection::Posterior>},
        {{"root_area", "number", "mm2", "", "Of the root on the slice"},
         [](const MeasuredRow& r) {
             return measured(r, [](auto& s) { return fmt::format("{:.2f}", s.root.area.value); });
         }},
        {{"root_flattening", "number", "", "0..1", "Minor over major axis; 1 is round"},
         [](const MeasuredRow& r) {
             return measured(r, [](auto& s) { return fmt::format("{:.3f}", s.root.flattening); });
         }},
        {{"root_solidity", "number", "", "0..1", "Area over that of the convex hull"},
         [](const MeasuredRow& r) {
             return measured(r, [](auto& s) { return fmt::format("{:.3f}", s.root.solidity); });
         }},
        {{"fat_area", "number", "mm2", "", "Of the fat on the slice"},
         [](const MeasuredRow& r) {
             return measured(r, [](auto& s) { return fmt::format("{:.2f}", s.fat.area.value); });
         }},
        {{"scheme", "string", "", "", "Grading scheme that suggests grades"},
         [](const MeasuredRow& r) { return r.row.reading.scheme; }},
        {{"suggested", "string", "", "", "Grades that the measured marks, else the findings, admit; by semicolons"},
         [](const MeasuredRow& r) {
             return r.assessment.basis() ? joined(r.assessment.basis()->grades) : std::string();
         }},
        {{"agreement", "category", "", "agrees|soft|hard", "Of grade and suggestion; hard: outside the set"},
         [](const MeasuredRow& r) {
             return std::string(r.assessment.agreement ? name(*r.assessment.agreement) : "");
         }}};
    return fields;
}

} // namespace

const Table& measuresTable()
{
    static const Table table = [] {
        Table made{"measures", {}};
        for (const auto& field : measuredFields())
            made.columns.push_back(field.column);
        return made;
    }();
    return table;
}

Row measuresRow(const ForamenRow& row)
{
    const MeasuredRow measured{row, assess(row.reading, row.foramen)};
    Row fields;
    for (const auto& field : measuredFields())
        fields.push_back(field.text(measured));
    return fields;
}

} // namespace grading
