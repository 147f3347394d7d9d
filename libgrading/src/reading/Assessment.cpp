#include "grading/reading/Assessment.h"

#include "grading/base/Contract.h"
#include "grading/measure/Measure.h"
#include "grading/scoring/GradeDocument.h"

#include <algorithm>
#include <utility>

namespace grading {

namespace {

bool holdsRoot(const StackMarks* marks)
{
    return marks != nullptr && marks->labels.count(Structure::NerveRoot) > 0;
}

MeasureRequest requestFor(const ForamenReading& record)
{
    MeasureRequest request;
    const auto& marks = *record.gradedMarks();
    request.slice = marks.gradedSlice;
    request.noFatSeen = record.noFatSeen;
    request.pedicleLine = marks.pedicleLine;
    return request;
}

/// The slice graded on: the one said, else the one with the largest root, the lower of equal ones.
int gradedSliceOf(const StackMarks& marks)
{
    if (marks.gradedSlice)
        return *marks.gradedSlice;
    int largest = 0;
    std::size_t most = 0;
    for (const int slice : marks.labels.markedSlices(Structure::NerveRoot)) {
        const auto pixels = marks.labels.count(Structure::NerveRoot, slice);
        if (pixels > most) {
            largest = slice;
            most = pixels;
        }
    }
    return largest;
}

/// The root of another foramen as a reference, if it was marked and can be measured. Its size and shape need neither
/// fat nor the other slices.
std::optional<RootReference> referenceFrom(const Reading& reading, const Foramen& foramen)
{
    const auto* record = reading.find(foramen);
    if (record == nullptr || !holdsRoot(record->gradedMarks()))
        return std::nullopt;
    const auto& marks = *record->gradedMarks();
    const int slice = gradedSliceOf(marks);
    const auto root = LabelMap(marks.labels.columns(), marks.labels.rows(), marks.labels.slices())
                          .painted(slice, marks.labels.pixels(slice, Structure::NerveRoot), Structure::NerveRoot);
    const auto measured = measure(root, marks.geometry);
    return measured ? std::optional(measured->graded().root.asReference()) : std::nullopt;
}

std::vector<RootReference> neighboursOf(const Reading& reading, const Foramen& foramen)
{
    std::vector<RootReference> neighbours;
    const auto levels = reading.numbering.levels();
    const auto here = std::find(levels.begin(), levels.end(), foramen.level);
    const auto add = [&](const Level& level) {
        if (const auto reference = referenceFrom(reading, {level, foramen.side}))
            neighbours.push_back(*reference);
    };
    if (here != levels.end() && here != levels.begin())
        add(*(here - 1));
    if (here != levels.end() && here + 1 != levels.end())
        add(*(here + 1));
    return neighbours;
}

void measureMarks(const Reading& reading, const Foramen& foramen, const ForamenReading& record,
                  const GradingScheme& scheme, Assessment& assessment)
{
    auto request = requestFor(record);
    request.otherSide = referenceFrom(reading, {foramen.level, opposite(foramen.side)});
    request.neighbours = neighboursOf(reading, foramen);
    const auto& marks = *record.gradedMarks();
    auto measured = measure(marks.labels, marks.geometry, request);
    if (!measured) {
        assessment.issues.push_back({Severity::Warning, "not-measured", foramen.title(),
                                     "The marks can't be measured: " + measured.error().message()});
        return;
    }
    assessment.measured = suggest(*measured, scheme);
    assessment.issues = cautionsFor(foramen, marks.geometry);
    assessment.measurements = std::move(*measured);
}

bool anythingStated(const FindingSet& findings)
{
    return findings.root ||
           std::any_of(findings.sides.begin(), findings.sides.end(), [](const auto& side) { return side.has_value(); });
}

} // namespace

const Suggestion* Assessment::basis() const
{
    if (measured)
        return &*measured;
    return stated ? &*stated : nullptr;
}

Assessment assess(const Reading& reading, const Foramen& foramen)
{
    Assessment assessment;
    const auto* record = reading.find(foramen);
    if (record == nullptr)
        return assessment;
    const auto* scheme = reading.gradingScheme();
    if (scheme == nullptr) {
        assessment.issues.push_back({Severity::Warning, "unknown-scheme", foramen.title(),
                                     "There is no grading scheme '" + reading.scheme + "', document is used."});
        scheme = &documentScheme();
    }
    if (holdsRoot(record->gradedMarks()))
        measureMarks(reading, foramen, *record, *scheme, assessment);
    else if (record->gradedMarks() != nullptr)
        assessment.issues.push_back(
            {Severity::Info, "no-root-marked", foramen.title(), "No nerve root is marked, so nothing is measured."});
    if (anythingStated(record->findings))
        assessment.stated = suggest(record->findings, *scheme);
    if (const auto* basis = assessment.basis(); basis != nullptr && record->grade)
        assessment.agreement = check(*record->grade, *basis);
    return assessment;
}

} // namespace grading
