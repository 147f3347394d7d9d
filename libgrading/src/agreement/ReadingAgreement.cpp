#include "grading/agreement/ReadingAgreement.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <map>
#include <utility>

namespace grading {

namespace {

std::string patientOf(const Reading& reading)
{
    return reading.study.patientId.empty() ? reading.study.uid.text() : reading.study.patientId;
}

/// All that is marked, as one structure.
LabelMap unionOf(const LabelMap& marks)
{
    LabelMap all(marks.columns(), marks.rows(), marks.slices());
    for (const int slice : marks.markedSlices())
        all = all.painted(slice, marks.markedPixels(slice), Structure::ForamenOutline);
    return all;
}

bool isNumberedAlike(const SpineNumbering& a, const SpineNumbering& b)
{
    return a.thoracic == b.thoracic && a.lumbar == b.lumbar;
}

void compare(const Reading& first, const Reading& second, ReadingsOverlap& result)
{
    const std::string readers = first.reader.name + " and " + second.reader.name;
    if (!isNumberedAlike(first.numbering, second.numbering))
        result.issues.push_back({Severity::Warning, "numbered-differently", readers,
                                 "They count the vertebrae differently, so the same name may mean another foramen."});
    for (const auto& [foramen, record] : first.foramina) {
        const auto* other = second.find(foramen);
        if (other == nullptr)
            continue;
        for (const auto& marks : record.marks) {
            const auto* otherMarks = other->marksOn(marks.stackId);
            if (otherMarks == nullptr)
                continue;
            if (!marks.geometry.matches(otherMarks->geometry)) {
                result.issues.push_back({Severity::Warning, "marks-on-other-grids", foramen.title() + ", " + readers,
                                         "The marks lie on different grids and can't be compared."});
                continue;
            }
            result.foramina.push_back({first.study.uid, foramen, marks.stackId, first.reader.name, second.reader.name,
                                       overlapOf(marks.labels, otherMarks->labels, marks.geometry)});
        }
    }
}

} // namespace

Ratings ratingsFromReadings(const std::vector<Reading>& readings)
{
    Ratings ratings;
    ratings.scale = gradeScale();
    for (const auto& reading : readings) {
        if (std::find(ratings.readers.begin(), ratings.readers.end(), reading.reader.name) == ratings.readers.end())
            ratings.readers.push_back(reading.reader.name);
    }
    std::map<std::pair<std::string, Foramen>, std::size_t> items; // study and foramen → place
    for (const auto& reading : readings) {
        const auto reader = static_cast<std::size_t>(
            std::find(ratings.readers.begin(), ratings.readers.end(), reading.reader.name) - ratings.readers.begin());
        for (const auto& [foramen, record] : reading.foramina) {
            const auto [place, isNew] = items.try_emplace({reading.study.uid.text(), foramen}, ratings.items.size());
            if (isNew)
                ratings.items.push_back({patientOf(reading), foramen.key(), foramen,
                                         std::vector<std::optional<int>>(ratings.readers.size())});
            if (record.grade)
                ratings.items[place->second].categories[reader] = record.grade->digit();
        }
    }
    // An item that nobody graded is none.
    std::erase_if(ratings.items, [](const Ratings::Item& item) {
        return std::none_of(item.categories.begin(), item.categories.end(),
                            [](const auto& c) { return c.has_value(); });
    });
    return ratings;
}

MarksOverlap overlapOf(const LabelMap& first, const LabelMap& second, const VolumeGeometry& geometry)
{
    MarksOverlap result;
    result.nerveRoot = overlap(first, second, Structure::NerveRoot, geometry);
    result.perineuralFat = overlap(first, second, Structure::PerineuralFat, geometry);
    if (first.count(Structure::ForamenOutline) > 0 && second.count(Structure::ForamenOutline) > 0)
        result.foramen = overlap(unionOf(first), unionOf(second), Structure::ForamenOutline, geometry);
    return result;
}

ReadingsOverlap overlapOf(const std::vector<Reading>& readings)
{
    ReadingsOverlap result;
    for (std::size_t a = 0; a < readings.size(); ++a) {
        for (std::size_t b = a + 1; b < readings.size(); ++b) {
            if (readings[a].study.uid == readings[b].study.uid)
                compare(readings[a], readings[b], result);
        }
    }
    return result;
}

} // namespace grading
