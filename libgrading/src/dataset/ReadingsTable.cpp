#include "Tables.h"

#include "grading/reading/RsnaRatings.h"
#include "grading/reading/Words.h"

#include <fmt/format.h>

namespace grading {

namespace {

/// A column with what stands in it, so that header and rows can't drift apart.
struct Field {
    Column column;
    std::string (*text)(const ForamenRow& row);
};

template <class Values>
std::string joined(const Values& values)
{
    std::string text;
    for (const auto& value : values)
        text += (text.empty() ? "" : ";") + std::string(value);
    return text;
}

template <class Values>
std::string namesOf(const Values& values)
{
    std::vector<std::string> names;
    for (const auto value : values)
        names.emplace_back(name(value));
    return joined(names);
}

template <class Value>
std::string nameOf(const std::optional<Value>& value)
{
    return value ? std::string(name(*value)) : std::string();
}

template <AnatomicalDirection direction>
std::string statedSide(const ForamenRow& row)
{
    return nameOf(row.record.findings.side(direction));
}

const std::vector<Field>& keyFields()
{
    static const std::vector<Field> fields{
        {{"subject", "string", "", "", "Patient, numbered at random for this data set"},
         [](const ForamenRow& r) { return r.study.subjectName; }},
        {{"session", "string", "", "", "Study of the patient, numbered by date"},
         [](const ForamenRow& r) { return r.study.sessionName; }},
        {{"split", "category", "", "train|val|test", "All studies of a patient are in the same part; empty without"},
         [](const ForamenRow& r) { return nameOf(r.study.split); }},
        {{"reader", "string", "", "", "Who read, numbered; or consensus"},
         [](const ForamenRow& r) { return r.planned.reader; }},
        {{"source", "category", "", "reading|agreement|adjudication",
          "A reader's own; what all readers say; what was decided where they differ"},
         [](const ForamenRow& r) { return std::string(r.planned.source); }},
        {{"foramen", "string", "", "", "Level and the patient's side, L4-L5:R"},
         [](const ForamenRow& r) { return r.foramen.key(); }},
        {{"level", "string", "", "", "The two vertebrae, L4-L5"},
         [](const ForamenRow& r) { return r.foramen.level.name(); }},
        {{"side", "category", "", "right|left", "The patient's own side"},
         [](const ForamenRow& r) { return std::string(name(r.foramen.side)); }},
        {{"numbering_certain", "category", "", "0|1", "0: the reader was unsure how the vertebrae are counted"},
         [](const ForamenRow& r) { return std::string(r.reading.numbering.isCertain ? "1" : "0"); }}};
    return fields;
}

const std::vector<Field>& statedFields()
{
    static const std::vector<Field> fields{
        {{"grade", "integer", "", "0|1|2|3", "The reader's grade; empty when not graded"},
         [](const ForamenRow& r) { return r.record.grade ? std::to_string(r.record.grade->digit()) : ""; }},
        {{"rsna_label", "category", "", "Normal/Mild|Moderate|Severe",
          "Class of the RSNA 2024 challenge; may be known where the grade isn't"},
         [](const ForamenRow& r) { return rsnaLabelOf(r.record).value_or(""); }},
        {{"not_gradable", "category", "", "0|1", "1: the reader found it not gradable"},
         [](const ForamenRow& r) { return std::string(r.record.notGradable ? "1" : "0"); }},
        {{"fat_superior", "category", "", "preserved|lost|notAssessable", "Fat above the root, as the reader saw it"},
         &statedSide<AnatomicalDirection::Superior>},
        {{"fat_inferior", "category", "", "preserved|lost|notAssessable", "Fat below the root"},
         &statedSide<AnatomicalDirection::Inferior>},
        {{"fat_anterior", "category", "", "preserved|lost|notAssessable", "Fat in front of the root"},
         &statedSide<AnatomicalDirection::Anterior>},
        {{"fat_posterior", "category", "", "preserved|lost|notAssessable", "Fat behind the root"},
         &statedSide<AnatomicalDirection::Posterior>},
        {{"root", "category", "", "normal|deformed|collapsed|notAssessable", "Shape of the root"},
         [](const ForamenRow& r) { return nameOf(r.record.findings.root); }},
        {{"contact", "category", "", "none|contact|deviation|compression", "What touches the root"},
         [](const ForamenRow& r) { return nameOf(r.record.contact); }},
        {{"no_fat_seen", "category", "", "0|1", "1: fat was looked for and none was seen"},
         [](const ForamenRow& r) { return std::string(r.record.noFatSeen ? "1" : "0"); }},
        {{"confidence", "category", "", "low|medium|high", "Of the reader in the grade"},
         [](const ForamenRow& r) { return nameOf(r.record.confidence); }},
        {{"contributory", "string", "", "", "Contributory findings, separated by semicolons"},
         [](const ForamenRow& r) { return namesOf(r.record.contributory); }},
        {{"meyerding", "integer", "", "1|2|3|4|5", "Of a spondylolisthesis"},
         [](const ForamenRow& r) { return r.record.meyerding ? std::to_string(*r.record.meyerding) : ""; }},
        {{"etiology", "string", "", "", "Causes, separated by semicolons"},
         [](const ForamenRow& r) { return namesOf(r.record.etiology); }},
        {{"time_spent", "number", "s", "", "That the reader had the foramen open"},
         [](const ForamenRow& r) { return fmt::format("{:.1f}", double(r.record.timeSpent.count()) / 1000); }},
        {{"scheme", "string", "", "", "Grading scheme that the reader read by"},
         [](const ForamenRow& r) { return r.reading.scheme; }},
        {{"stack", "string", "", "", "Stack that was graded on; empty without marks"},
         [](const ForamenRow& r) { return r.stack; }},
        {{"graded_slice", "integer", "", "",
          "Slice graded on, from 0 as array index; empty where the reader chose none"},
         [](const ForamenRow& r) {
             const auto* marks = r.record.gradedMarks();
             return marks && marks->gradedSlice ? std::to_string(*marks->gradedSlice) : std::string();
         }}};
    return fields;
}

const std::vector<Field>& allFields()
{
    static const std::vector<Field> all = [] {
        std::vector<Field> fields = keyFields();
        fields.insert(fields.end(), statedFields().begin(), statedFields().end());
        return fields;
    }();
    return all;
}

} // namespace

const Table& readingsTable()
{
    static const Table table = [] {
        Table made{"readings", {}};
        for (const auto& field : allFields())
            made.columns.push_back(field.column);
        return made;
    }();
    return table;
}

Row readingRow(const ForamenRow& row)
{
    Row fields;
    for (const auto& field : allFields())
        fields.push_back(field.text(row));
    return fields;
}

} // namespace grading
