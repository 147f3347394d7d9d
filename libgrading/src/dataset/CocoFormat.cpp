#include "CocoFormat.h"

#include "CocoPolygons.h"

#include "grading/report/Writers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace grading {

namespace {

using Json = nlohmann::ordered_json;

/// Categories: root, fat, and the foramen as the union of all that is marked.
struct Category {
    int id;
    const char* name;
};
constexpr std::array<Category, 3> categories{{{1, "nerve root"}, {2, "perineural fat"}, {3, "neural foramen"}}};

// Cells of the rows that `wholeFiles` puts together. JSON without ids: those are given once all is known. Nothing in it
// needs escaping: names in a data set are made here.
constexpr auto imageRows = "coco-images";           // split, file, width, height, geometry
constexpr auto annotationRows = "coco-annotations"; // file, annotation

std::string splitOf(const PlannedStudy& study)
{
    return study.split ? std::string(name(*study.split)) : "";
}

std::string pictureFile(const PlannedStudy& study, const MarkedStack& stack, int slice)
{
    return fmt::format("images/{}_{}_{}_slice-{:03}.png", study.subjectName, study.sessionName, stack.name, slice);
}

std::set<int> markedSlices(const StudyInput& input, const MarkedStack& stack)
{
    std::set<int> slices;
    for (const auto& reading : input.readings) {
        for (const auto& [foramen, record] : reading.foramina) {
            if (const auto* marks = record.marksOn(stack.id); marks != nullptr) {
                for (const int slice : marks->labels.markedSlices())
                    slices.insert(slice);
            }
        }
    }
    return slices;
}

Json asJson(PatientVector v)
{
    return Json::array({v.x, v.y, v.z});
}

Json geometryOf(const StudyInput& input, const MarkedStack& stack, int slice,
                const std::optional<DisplayWindow>& window)
{
    const auto& grid = stack.geometry;
    const auto origin = grid.toPatient(VoxelIndex{0, 0, slice});
    return {{"file_name", pictureFile(input.study, stack, slice)},
            {"subject", input.study.subjectName},
            {"session", input.study.sessionName},
            {"stack", stack.name},
            {"slice", slice},
            {"origin", Json::array({origin.x, origin.y, origin.z})},
            {"columnStep", asJson(grid.rowDirection() * grid.columnSpacing().value)},
            {"rowStep", asJson(grid.columnDirection() * grid.rowSpacing().value)},
            {"sliceSpacing", grid.sliceSpacing().value},
            {"window", window ? Json::array({window->center, window->width}) : Json(nullptr)}};
}

KeyImage pictureOf(const Volume& volume, int slice, const DisplayWindow& window)
{
    KeyImage picture;
    picture.width = volume.geometry().columns();
    picture.height = volume.geometry().rows();
    picture.grey.reserve(std::size_t(picture.width) * std::size_t(picture.height));
    for (int row = 0; row < picture.height; ++row) {
        for (int column = 0; column < picture.width; ++column)
            picture.grey.push_back(static_cast<std::uint8_t>(
                std::lround(255 * window.fraction(volume.at(VoxelIndex{column, row, slice})))));
    }
    return picture;
}

/// The members of an annotation that follow its ids, as JSON.
std::string annotationOf(int category, const PixelSet& pixels)
{
    const auto& spans = pixels.spans();
    const int left = std::ranges::min(spans, {}, &PixelSpan::begin).begin;
    const int right = std::ranges::max(spans, {}, &PixelSpan::end).end;
    const int top = spans.front().row;
    const int bottom = spans.back().row + 1;
    std::string polygons;
    for (const auto& polygon : cocoPolygons(pixels)) {
        polygons += polygons.empty() ? "[" : ",[";
        for (const int corner : polygon) {
            if (polygons.back() != '[')
                polygons += ',';
            const fmt::format_int digits(corner);
            polygons.append(digits.data(), digits.size());
        }
        polygons += ']';
    }
    return fmt::format(R"("category_id":{},"segmentation":[{}],"area":{},"bbox":[{},{},{},{}],"iscrowd":0)", category,
                       polygons, pixels.count(), left, top, right - left, bottom - top);
}

void addAnnotations(const StudyInput& input, std::size_t index, const MarkedStack& stack, int slice, StudyPart& part)
{
    const auto& reader = input.study.readings[index].reader;
    const auto file = pictureFile(input.study, stack, slice);
    for (const auto& [foramen, record] : input.readings[index].foramina) {
        const auto* marks = record.marksOn(stack.id);
        if (marks == nullptr)
            continue;
        const std::array<PixelSet, 3> regions{marks->labels.pixels(slice, Structure::NerveRoot),
                                              marks->labels.pixels(slice, Structure::PerineuralFat),
                                              marks->labels.markedPixels(slice)};
        for (std::size_t i = 0; i < regions.size(); ++i) {
            if (regions.at(i).isEmpty())
                continue;
            part.addRow(annotationRows,
                        {file, fmt::format(R"({},"attributes":{{"reader":"{}","foramen":"{}","grade":{}}})",
                                           annotationOf(categories.at(i).id, regions.at(i)), reader, foramen.key(),
                                           record.grade ? std::to_string(record.grade->digit()) : "null")});
        }
    }
}

Result<void> addStack(const StudyInput& input, const MarkedStack& stack, StudyPart& part)
{
    std::optional<Volume> volume;
    std::optional<DisplayWindow> window;
    if (stack.images != nullptr) {
        auto loaded = imageVolume(stack);
        if (!loaded)
            return fail(loaded.error());
        volume = std::move(*loaded);
        window = stack.images->window ? *stack.images->window : volume->automaticWindow();
    }
    for (const int slice : markedSlices(input, stack)) {
        const auto file = pictureFile(input.study, stack, slice);
        if (volume) {
            if (auto added = part.add(file, report::toPng(pictureOf(*volume, slice, *window))); !added)
                return added;
        }
        part.addRow(imageRows, {splitOf(input.study), file, std::to_string(stack.geometry.columns()),
                                std::to_string(stack.geometry.rows()), geometryOf(input, stack, slice, window).dump()});
        for (std::size_t i = 0; i < input.readings.size(); ++i)
            addAnnotations(input, i, stack, slice, part);
    }
    return {};
}

/// One more item of a JSON list that `text` ends in.
void addItem(std::string& text, std::string_view item)
{
    text += text.ends_with('[') ? "\n" : ",\n";
    text += item;
}

/// Up to where the images are listed.
std::string beginningOf(const SetInfo& info)
{
    const Json about{{"description", "Readings of foraminal narrowing on spine MRI"}, {"contributor", info.program}};
    return "{\"info\":" + about.dump() + ",\n\"licenses\":[],\n\"images\":[";
}

/// From where the annotations end.
std::string endOfInstances()
{
    auto kinds = Json::array();
    for (const auto& category : categories)
        kinds.push_back({{"id", category.id}, {"name", category.name}, {"supercategory", "foramen"}});
    return "],\n\"categories\":" + kinds.dump() + "}\n";
}

/// Files of instances by split; one under "" without any. Ids count through all of them.
std::map<std::string, std::string> instancesOf(const Rows& rows, const SetInfo& info)
{
    std::map<std::string, std::string> files;
    if (info.split.empty())
        files[""] = beginningOf(info);
    for (const auto part : allSplitParts) {
        if (!info.split.empty())
            files[std::string(name(part))] = beginningOf(info);
    }
    std::unordered_map<std::string, std::pair<std::string*, int>> pictures; // file that lists it, and id
    for (const auto& joined : rowsOf(rows, imageRows)) {
        const auto row = cellsOf(joined);
        const int id = static_cast<int>(pictures.size()) + 1;
        auto& file = files.at(row[0]);
        pictures[row[1]] = {&file, id};
        addItem(file,
                fmt::format(R"({{"id":{},"file_name":"{}","width":{},"height":{}}})", id, row[1], row[2], row[3]));
    }
    for (auto& [split, file] : files)
        file += "],\n\"annotations\":[";
    int count = 0;
    for (const auto& joined : rowsOf(rows, annotationRows)) {
        const auto row = cellsOf(joined);
        const auto& [file, picture] = pictures.at(row[0]);
        addItem(*file, fmt::format(R"({{"id":{},"image_id":{},{}}})", ++count, picture, row[1]));
    }
    for (auto& [split, file] : files)
        file += endOfInstances();
    return files;
}

} // namespace

Result<void> CocoFormat::addStudy(const StudyInput& input, StudyPart& part) const
{
    addTableRows(input, part, {});
    for (const auto& stack : input.stacks) {
        if (auto added = addStack(input, stack, part); !added)
            return added;
    }
    return {};
}

std::vector<TextFile> CocoFormat::wholeFiles(const Rows& rows, const SetInfo& info) const
{
    auto files = tableFiles(rows, info);
    for (auto& [split, instances] : instancesOf(rows, info))
        files.emplace_back("annotations/instances" + (split.empty() ? "" : '_' + split) + ".json",
                           std::move(instances));
    std::string geometry = "{\"schema\":\"foragrade/coco-geometry/1\",\n\"images\":[";
    for (const auto& row : rowsOf(rows, imageRows))
        addItem(geometry, cellsOf(row)[4]);
    files.emplace_back("geometry.json", geometry + "]}\n");
    return files;
}

std::string CocoFormat::layout() const
{
    return "- `annotations/instances_*.json`: COCO instances; a polygon's corners are pixel corners, (0,0) is the "
           "outer "
           "corner of the first pixel; the neural foramen is the union of root, fat and outline; `attributes` tell "
           "reader, foramen and grade\n"
           "- `images/`: one 8-bit picture a marked slice, as the file's own window shows it\n"
           "- `geometry.json`: where the centre of each picture's first pixel lies in the patient (DICOM LPS, mm), the "
           "step from column to column and from row to row, and the window\n"
           "- `studies.csv`, `readings.csv` (one row a foramen of a reading), `marks.csv` (one row a marked "
           "structure)\n";
}

} // namespace grading
