#include "RsnaFormat.h"

#include "RsnaImages.h"

#include "grading/reading/RsnaRatings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace grading {

namespace {

constexpr std::array<const char*, 5> levels{"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
constexpr std::array<const char*, 5> conditions{"spinal_canal_stenosis", "left_neural_foraminal_narrowing",
                                                "right_neural_foraminal_narrowing", "left_subarticular_stenosis",
                                                "right_subarticular_stenosis"};

std::string lowerUnderscored(std::string level)
{
    for (auto& c : level)
        c = c == '-' ? '_' : c == 'L' ? 'l' : c == 'S' ? 's' : c;
    return level;
}

const Table& trainTable()
{
    static const Table table = [] {
        Table made{"train",
                   {{"study_id", "integer", "", "",
                     "100 x patient + study of the patient, by date; 1000 x where one has more than 99"}}};
        for (const std::string condition : conditions) {
            for (const char* level : levels) {
                const bool isForamen = condition.find("foraminal") != std::string::npos;
                made.columns.push_back(
                    {condition + '_' + lowerUnderscored(level), "category", "", "Normal/Mild|Moderate|Severe",
                     isForamen ? "Grade 0 or 1, 2, 3; left and right are the patient's" : "Not read here: empty"});
            }
        }
        return made;
    }();
    return table;
}

const Table& coordinatesTable()
{
    static const Table table{
        "train_label_coordinates",
        {{"study_id", "integer", "", "", "As in train.csv"},
         {"series_id", "integer", "", "", "1000 x study_id + number of the stack"},
         {"instance_number", "integer", "", "", "Slice, from 1, along row x column direction of the images"},
         {"condition", "category", "", "Left Neural Foraminal Narrowing|Right Neural Foraminal Narrowing",
          "What is there"},
         {"level", "category", "", "L1/L2|L2/L3|L3/L4|L4/L5|L5/S1", "Where"},
         {"x", "number", "pixel", "", "Column of the middle of the marked root; the first pixel's centre is 0"},
         {"y", "number", "pixel", "", "Its row"}}};
    return table;
}

const Table& seriesTable()
{
    static const Table table{"train_series_descriptions",
                             {{"study_id", "integer", "", "", "As in train.csv"},
                              {"series_id", "integer", "", "", "As in train_label_coordinates.csv"},
                              {"series_description", "category", "", "Sagittal T1|Sagittal T2/STIR|Axial T2",
                               "Of stacks of these kinds; others have no row"}}};
    return table;
}

const Table& splitsTable()
{
    static const Table table{"splits",
                             {{"study_id", "integer", "", "", "As in train.csv"},
                              {"patient", "integer", "", "", "Numbered at random for this data set"},
                              {"split", "category", "", "train|val|test", "Empty without a split"}}};
    return table;
}

std::string studyId(const StudyInput& input)
{
    return std::to_string(input.study.number);
}

bool isOfChallenge(const Foramen& foramen)
{
    return std::ranges::find(levels, foramen.level.name()) != levels.end();
}

/// Under the column's name; empty for what isn't a foramen of L1 to S1.
std::string columnOf(const Foramen& foramen)
{
    return std::string(name(foramen.side)) + "_neural_foraminal_narrowing_" + lowerUnderscored(foramen.level.name());
}

Row trainRow(const StudyInput& input, const Reading& reading)
{
    Row row(trainTable().columns.size());
    row[0] = studyId(input);
    for (const auto& [foramen, record] : reading.foramina) {
        const auto column = std::ranges::find(trainTable().columns, columnOf(foramen), &Column::name);
        if (isOfChallenge(foramen) && column != trainTable().columns.end())
            row[std::size_t(column - trainTable().columns.begin())] = rsnaLabelOf(record).value_or("");
    }
    return row;
}

/// The middle of the marked root, or of all marks, on the slice graded on, else on the one with the largest root.
std::optional<std::pair<int, SlicePoint>> middleOf(const StackMarks& marks)
{
    const auto rootPixels = [&](int slice) { return marks.labels.count(Structure::NerveRoot, slice); };
    const auto slices = marks.labels.markedSlices();
    if (slices.empty())
        return std::nullopt;
    const int slice = marks.gradedSlice ? *marks.gradedSlice : *std::ranges::max_element(slices, {}, rootPixels);
    const auto pixels =
        rootPixels(slice) > 0 ? marks.labels.pixels(slice, Structure::NerveRoot) : marks.labels.markedPixels(slice);
    if (pixels.isEmpty())
        return std::nullopt;
    SlicePoint sum;
    for (const auto& span : pixels.spans()) {
        const double count = span.end - span.begin;
        sum.column += count * (span.begin + span.end - 1) / 2;
        sum.row += count * span.row;
    }
    const auto count = double(pixels.count());
    return std::pair(slice, SlicePoint{sum.column / count, sum.row / count});
}

/// Every stack of the study where images are known, else those that are marked: id and number from 1.
std::map<std::string, int> seriesNumbers(const StudyInput& input)
{
    std::map<std::string, int> numbers;
    for (const auto& stack : input.stacks)
        numbers[stack.id];
    if (input.images != nullptr) {
        for (const auto& series : input.images->series) {
            for (const auto& stack : series.stacks)
                numbers[stack.id];
        }
    }
    int number = 0;
    for (auto& [id, each] : numbers)
        each = ++number;
    return numbers;
}

std::string seriesId(const StudyInput& input, int number)
{
    return std::to_string(1000 * input.study.number + number);
}

std::string descriptionOf(const SeriesRole& role)
{
    const bool isT2 = role.weighting == Weighting::T2 || role.weighting == Weighting::Stir ||
                      role.weighting == Weighting::T2FatSaturated;
    if (role.isLocalizer)
        return {};
    if (role.plane == ImagePlane::Sagittal && role.weighting == Weighting::T1)
        return "Sagittal T1";
    if (role.plane == ImagePlane::Sagittal && isT2)
        return "Sagittal T2/STIR";
    return role.plane == ImagePlane::Axial && isT2 ? "Axial T2" : "";
}

/// Rows of the series that the challenge knows, and the images of these and of all that is marked where wanted.
Result<void> addSeries(const StudyInput& input, const std::map<std::string, int>& numbers, StudyPart& part)
{
    std::map<int, const Stack*> stacks;
    for (const auto& series : input.images->series) {
        for (const auto& stack : series.stacks)
            stacks[numbers.at(stack.id)] = &stack;
    }
    std::vector<RsnaSeries> shown;
    for (const auto& [number, stack] : stacks) {
        const auto description = descriptionOf(stack->role);
        if (!description.empty())
            part.addRow(seriesTable(), {studyId(input), seriesId(input, number), description});
        if (!description.empty() || input.stackOf(stack->id) != nullptr)
            shown.push_back({stack, seriesId(input, number)});
    }
    return input.request.keyFile.empty() ? Result<void>() : addTrainImages(input, shown, part);
}

std::string slashed(std::string level)
{
    std::ranges::replace(level, '-', '/');
    return level;
}

void addCoordinates(const StudyInput& input, const std::map<std::string, int>& numbers, std::size_t index,
                    StudyPart& part)
{
    for (const auto& [foramen, record] : input.readings[index].foramina) {
        const auto* marks = record.gradedMarks();
        const auto middle = marks == nullptr ? std::nullopt : middleOf(*marks);
        if (!middle || !isOfChallenge(foramen))
            continue;
        const auto* side = foramen.side == Side::Left ? "Left" : "Right";
        part.addRow("coordinates/" + input.study.readings[index].reader,
                    {studyId(input), seriesId(input, numbers.at(marks->stackId)), std::to_string(middle->first + 1),
                     std::string(side) + " Neural Foraminal Narrowing", slashed(foramen.level.name()),
                     fmt::format("{:.3f}", middle->second.column), fmt::format("{:.3f}", middle->second.row)});
    }
}

void tellOfOthers(const StudyInput& input, StudyPart& part)
{
    std::set<std::string> others;
    for (const auto& reading : input.readings) {
        for (const auto& [foramen, record] : reading.foramina) {
            if (!isOfChallenge(foramen))
                others.insert(foramen.key());
        }
    }
    for (const auto& key : others)
        part.issues.push_back({Severity::Warning, "no-column", input.study.subjectName + ' ' + input.study.sessionName,
                               key + " has no column in the challenge's tables and is left out."});
}

} // namespace

Result<void> RsnaFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    const auto numbers = seriesNumbers(input);
    part.addRow(splitsTable(), {studyId(input), std::to_string(input.study.subject),
                                input.study.split ? std::string(name(*input.study.split)) : ""});
    if (input.images != nullptr) {
        if (auto added = addSeries(input, numbers, part); !added)
            return added;
    }
    for (std::size_t i = 0; i < input.readings.size(); ++i) {
        part.addRow("train/" + input.study.readings[i].reader, trainRow(input, input.readings[i]));
        addCoordinates(input, numbers, i, part);
    }
    tellOfOthers(input, part);
    return {};
}

std::vector<TextFile> RsnaFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    std::vector<TextFile> files;
    for (const auto& reader : info.readerNames) {
        const auto folder = info.readerNames.size() > 1 ? reader + '/' : std::string();
        files.emplace_back(folder + "train.csv", toCsv(trainTable(), rowsOf(rows, "train/" + reader)));
        files.emplace_back(folder + "train_label_coordinates.csv",
                           toCsv(coordinatesTable(), rowsOf(rows, "coordinates/" + reader)));
    }
    files.emplace_back("train_series_descriptions.csv", toCsv(seriesTable(), rowsOf(rows, seriesTable().name)));
    files.emplace_back("splits.csv", toCsv(splitsTable(), rowsOf(rows, splitsTable().name)));
    std::vector<Table> tables{trainTable(), coordinatesTable(), seriesTable(), splitsTable()};
    if (const auto& frames = rowsOf(rows, rsnaFramesTable().name); !frames.empty()) {
        files.emplace_back(rsnaFramesTable().name + ".csv", toCsv(rsnaFramesTable(), frames));
        tables.push_back(rsnaFramesTable());
    }
    files.emplace_back("data-dictionary.csv", dataDictionary(tables, ".csv"));
    return files;
}

std::string RsnaFormat::layout() const
{
    return "- `train.csv`, `train_label_coordinates.csv`, `train_series_descriptions.csv`: as in the RSNA 2024 lumbar "
           "spine challenge; with several readers each one's labels are in a folder of the reader's name\n"
           "- `train_images/<study_id>/<series_id>/<instance_number>.dcm`, where they were asked for: the images, "
           "de-identified by DICOM's Basic Profile\n"
           "- `splits.csv`: patient and part of each study\n";
}

} // namespace grading
