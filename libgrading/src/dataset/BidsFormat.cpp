#include "BidsFormat.h"

#include "LabelValues.h"

#include "grading/imaging/PackedNifti.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& node)
{
    return node.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// Labels of BIDS entities are letters and digits alone: "reader-01" → "reader01".
std::string entityLabel(std::string name)
{
    std::erase_if(name, [](char c) { return c == '-'; });
    return name;
}

std::string stemOf(const PlannedStudy& study, const MarkedStack& stack)
{
    return study.subjectName + '/' + study.sessionName + "/anat/" + study.subjectName + '_' + study.sessionName +
           "_acq-" + stack.name;
}

/// "MR" is none of BIDS' suffixes and stands in .bidsignore.
std::string suffixOf(const SeriesRole& role)
{
    switch (role.weighting) {
    case Weighting::T1:
        return "T1w";
    case Weighting::T2:
    case Weighting::Stir:
    case Weighting::T2FatSaturated:
        return "T2w";
    case Weighting::ProtonDensity:
        return "PDw";
    default:
        return "MR";
    }
}

std::string imageFile(const PlannedStudy& study, const MarkedStack& stack)
{
    return stemOf(study, stack) + '_' + suffixOf(stack.images->role);
}

std::string labelStem(const PlannedStudy& study, const PlannedReading& reading, const MarkedStack& stack)
{
    return stemOf(study, stack) + "_desc-" + entityLabel(reading.reader) + "_dseg";
}

Result<void> addVolume(StudyPart& part, const std::string& path, const Volume& volume)
{
    const auto bytes = packedNifti(volume);
    return bytes ? part.add(path, *bytes) : fail(bytes.error());
}

Result<void> addImage(const StudyInput& input, const MarkedStack& stack, StudyPart& part)
{
    const auto volume = imageVolume(stack);
    if (!volume)
        return fail(volume.error());
    const auto stem = imageFile(input.study, stack);
    if (auto written = addVolume(part, stem + ".nii.gz", *volume); !written)
        return written;
    return part.add(stem + ".json", text({{"Modality", "MR"},
                                          {"PlaneOfStack", std::string(name(stack.images->role.plane))},
                                          {"WeightingOfStack", std::string(name(stack.images->role.weighting))}}));
}

/// Whether an assistant drew some of a reading's marks there.
bool isByHand(const Reading& reading, const MarkedStack& stack)
{
    return std::ranges::all_of(reading.foramina, [&](const auto& each) {
        const auto* marks = each.second.marksOn(stack.id);
        return marks == nullptr || marks->algorithm.empty();
    });
}

Result<void> addLabels(const StudyInput& input, std::size_t index, const MarkedStack& stack, StudyPart& part)
{
    const auto labels = labelVolume(input.readings[index], stack, part.issues);
    if (!labels)
        return {};
    const auto stem = labelStem(input.study, input.study.readings[index], stack);
    if (auto written = addVolume(part, stem + ".nii.gz", *labels); !written)
        return written;
    Json sidecar{{"Description", "Nerve roots, perineural fat and neural foramina as marked; values in dseg.tsv"},
                 {"Manual", isByHand(input.readings[index], stack)},
                 {"SpatialReference", "orig"}};
    if (stack.images != nullptr)
        sidecar["Sources"] = {"bids::" + imageFile(input.study, stack) + ".nii.gz"};
    return part.add(stem + ".json", text(sidecar));
}

/// What BIDS wants to know of a table's columns.
std::string sidecarOf(const Table& table)
{
    Json node = Json::object();
    for (const auto& column : table.columns) {
        Json entry{{"Description", column.description}};
        if (!column.unit.empty())
            entry["Units"] = column.unit;
        if (column.type == "category" && column.values.find('|') != std::string::npos) {
            std::string level;
            for (const char c : column.values + '|') {
                if (c != '|') {
                    level += c;
                    continue;
                }
                entry["Levels"][level] = level;
                level.clear();
            }
        }
        node[column.name] = std::move(entry);
    }
    return text(node);
}

const Table& participantsTable()
{
    static const Table table{
        "participants",
        {{"participant_id", "string", "", "", "Patient, numbered at random for this data set"},
         {"split", "category", "", "train|val|test", "All studies of a patient are in the same part"}}};
    return table;
}

JoinedRows participantRows(const JoinedRows& studies)
{
    JoinedRows rows;
    for (const auto& study : studies) {
        const auto cells = cellsOf(study); // subject, session, split, …
        auto row = joinedCells({cells[0], cells[2]});
        if (rows.empty() || rows.back() != row)
            rows.push_back(std::move(row));
    }
    return rows;
}

/// As BIDS names it: "index" and "name".
const Table& lookupTable()
{
    static const Table table = [] {
        Table made = labelsTable();
        made.name = "dseg";
        made.columns.front().name = "index";
        return made;
    }();
    return table;
}

std::string descriptionOf(const SetInfo& info)
{
    const auto space = info.program.find(' ');
    return text(
        {{"Name", "Readings of foraminal narrowing on spine MRI"},
         {"BIDSVersion", "1.8.0"},
         {"DatasetType", "derivative"},
         {"GeneratedBy", {{{"Name", info.program.substr(0, space)}, {"Version", info.program.substr(space + 1)}}}}});
}

} // namespace

Result<void> BidsFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    addTableRows(input, part, [&](const PlannedReading& reading, const MarkedStack& stack) {
        return labelStem(input.study, reading, stack) + ".nii.gz";
    });
    for (const auto& stack : input.stacks) {
        if (stack.images != nullptr) {
            if (auto added = addImage(input, stack, part); !added)
                return added;
        }
        for (std::size_t i = 0; i < input.readings.size(); ++i) {
            if (auto added = addLabels(input, i, stack, part); !added)
                return added;
        }
    }
    return {};
}

std::vector<TextFile> BidsFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    std::vector<TextFile> files{
        {"dataset_description.json", descriptionOf(info)},
        {".bidsignore",
         "readings.*\nmarks.*\nmeasures.*\ndata-dictionary.csv\nmanifest.json\nSHA256SUMS\n**/*_MR.nii.gz\n"
         "**/*_MR.json\n"},
        {"dseg.tsv", toTsv(lookupTable(), labelRows())},
        {"participants.tsv", toTsv(participantsTable(), participantRows(rowsOf(rows, studiesTable().name)))},
        {"participants.json", sidecarOf(participantsTable())}};
    std::vector<const Table*> tables{&readingsTable(), &marksTable()};
    if (info.hasMeasures)
        tables.push_back(&measuresTable());
    std::vector<Table> described{participantsTable(), lookupTable()};
    for (const auto* table : tables) {
        described.push_back(*table);
        files.emplace_back(table->name + ".tsv", toTsv(*table, rowsOf(rows, table->name)));
        files.emplace_back(table->name + ".json", sidecarOf(*table));
    }
    files.emplace_back("data-dictionary.csv", dataDictionary(described, ".tsv"));
    return files;
}

std::string BidsFormat::layout() const
{
    return "- BIDS derivatives: `sub-*/ses-*/anat/*_dseg.nii.gz` are a reader's marks of all foramina on a stack, the "
           "image they lie on has the same name up to `acq-`; `dseg.tsv` tells their values\n"
           "- `participants.tsv`\n"
           "- `readings.tsv` (one row a foramen of a reading), `marks.tsv` (one row a marked structure): not part of "
           "the standard\n";
}

} // namespace grading
