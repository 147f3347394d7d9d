#include "Tables.h"

#include "LabelValues.h"

namespace grading {

namespace {

const Column subject{"subject", "string", "", "", "Patient, numbered at random for this data set"};
const Column session{"session", "string", "", "", "Study of the patient, numbered by date"};
const Column reader{"reader", "string", "", "", "Who read, numbered; or consensus"};

} // namespace

const Table& studiesTable()
{
    static const Table table{
        "studies",
        {subject,
         session,
         {"split", "category", "", "train|val|test", "All studies of a patient are in the same part; empty without"},
         {"readings", "integer", "", "", "Readings of the study in this data set"}}};
    return table;
}

Row studyRow(const PlannedStudy& study)
{
    return {study.subjectName, study.sessionName, study.split ? std::string(name(*study.split)) : "",
            std::to_string(study.readings.size())};
}

const Table& marksTable()
{
    static const Table table{
        "marks",
        {subject,
         session,
         reader,
         {"stack", "string", "", "", "Stack that is marked: its plane and a number within the study"},
         {"foramen", "string", "", "", "Level and the patient's side, L4-L5:R"},
         {"structure", "category", "", "nerveRoot|perineuralFat|foramenOutline",
          "foramenOutline is what is left of the foramen around root and fat"},
         {"voxels", "integer", "", "", "Number of voxels marked"},
         {"graded_slice", "integer", "", "", "Slice graded on, from 0 as array index; empty on further stacks"},
         {"label_file", "string", "", "", "Label image that holds them; empty where none is written"},
         {"label_value", "integer", "", "", "Their value in it"}}};
    return table;
}

const Table& labelsTable()
{
    static const Table table{
        "labels",
        {{"value", "integer", "", "", "10 x the foramen's number + 1 root, 2 fat, 3 what is left of the foramen"},
         {"name", "string", "", "", "Side, upper vertebra and structure"},
         {"upper_vertebra", "string", "", "", "Vertebra above the foramen"},
         {"side", "category", "", "right|left", "The patient's own side"},
         {"structure", "category", "", "nerveRoot|perineuralFat|foramenOutline", "What is marked"}}};
    return table;
}

JoinedRows labelRows()
{
    JoinedRows rows;
    for (const auto& each : allLabelValues()) {
        const auto side = std::string(name(each.side));
        const auto structure = std::string(key(each.structure));
        rows.push_back(joinedCells({std::to_string(each.value), side + ' ' + each.upper.name() + ' ' + structure,
                                    each.upper.name(), side, structure}));
    }
    return rows;
}

} // namespace grading
