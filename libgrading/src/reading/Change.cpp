#include "Change.h"

#include "grading/scoring/GradingScheme.h"

#include <algorithm>
#include <utility>

namespace grading {

namespace {

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool saysNothing(const StackMarks& marks)
{
    return marks.labels.isEmpty() && !marks.pedicleLine && !marks.gradedSlice;
}

Result<void> checkRecord(const Foramen& foramen, const ForamenReading& record)
{
    if (record.grade && record.notGradable)
        return fail(ErrorCode::InvalidArgument, foramen.title(), "has both a grade and a reason for having none",
                    "give one of them");
    if (record.notGradable && isBlank(*record.notGradable))
        return fail(ErrorCode::InvalidArgument, foramen.title(), "is not gradable, but no reason is given");
    if (record.meyerding && (*record.meyerding < 1 || *record.meyerding > 5))
        return fail(ErrorCode::InvalidArgument, foramen.title(),
                    "has Meyerding grade " + std::to_string(*record.meyerding), "use 1 to 5");
    for (const auto& marks : record.marks) {
        if (auto sound = checkMarks(marks); !sound) {
            auto problem = sound.error();
            problem.subject = foramen.title();
            return fail(std::move(problem));
        }
    }
    return {};
}

tl::unexpected<Error> notInSpine(const std::string& subject, const char* kind, const SpineNumbering& numbering)
{
    return fail(ErrorCode::InvalidArgument, subject,
                "isn't a " + std::string(kind) + " of a spine with " + std::to_string(numbering.thoracic) +
                    " thoracic and " + std::to_string(numbering.lumbar) + " lumbar vertebrae",
                "check the level or the numbering");
}

Result<void> checkPlaces(const Reading& reading, const std::vector<Level>& levels)
{
    const auto indexOf = [&](const Level& level) { return std::find(levels.begin(), levels.end(), level); };
    for (const auto& place : reading.levelPlaces) {
        if (indexOf(place.level) == levels.end())
            return notInSpine(place.level.name(), "level", reading.numbering);
        for (const auto& other : reading.levelPlaces) {
            if (other.frameOfReference == place.frameOfReference && indexOf(place.level) < indexOf(other.level) &&
                place.point.z <= other.point.z)
                return fail(ErrorCode::Refused, place.level.name(), "would lie no higher than " + other.level.name(),
                            "name the discs from head to feet");
        }
    }
    return {};
}

} // namespace

Result<void> checkMarks(const StackMarks& marks)
{
    if (marks.stackId.empty())
        return fail(ErrorCode::InvalidArgument, "marks", "name no stack");
    const auto& grid = marks.geometry;
    if (marks.labels.columns() != grid.columns() || marks.labels.rows() != grid.rows() ||
        marks.labels.slices() != grid.slices())
        return fail(ErrorCode::Mismatch, "marks", "differ in size from their stack's grid");
    if (marks.gradedSlice && (*marks.gradedSlice < 0 || *marks.gradedSlice >= grid.slices()))
        return fail(ErrorCode::InvalidArgument, "marks",
                    "were graded on slice " + std::to_string(*marks.gradedSlice + 1) + " of a stack of " +
                        std::to_string(grid.slices()));
    return {};
}

void putMarks(ForamenReading& record, StackMarks marks)
{
    const auto found = std::find_if(record.marks.begin(), record.marks.end(),
                                    [&](const StackMarks& entry) { return entry.stackId == marks.stackId; });
    if (found == record.marks.end())
        record.marks.push_back(std::move(marks));
    else
        *found = std::move(marks);
}

void tidy(Reading& reading)
{
    for (auto& [foramen, record] : reading.foramina) {
        std::erase_if(record.marks, saysNothing);
        if (!record.contributory.contains(ContributoryFinding::Spondylolisthesis))
            record.meyerding.reset();
    }
    std::erase_if(reading.foramina, [](const auto& entry) { return entry.second.isUntouched(); });
}

Result<void> checkConsistency(const Reading& reading)
{
    if (reading.gradingScheme() == nullptr)
        return fail(ErrorCode::InvalidArgument, "scheme", "'" + reading.scheme + "' isn't a grading scheme",
                    "name a built-in one or give the whole definition");
    const auto levels = reading.numbering.levels();
    for (const auto& [foramen, record] : reading.foramina) {
        if (std::find(levels.begin(), levels.end(), foramen.level) == levels.end())
            return notInSpine(foramen.title(), "foramen", reading.numbering);
        if (auto sound = checkRecord(foramen, record); !sound)
            return sound;
    }
    return checkPlaces(reading, levels);
}

Command draftCommand(std::string name, ReadingChange change)
{
    return {std::move(name), [change = std::move(change)](const Reading& before) -> Result<Reading> {
                if (before.isSigned())
                    return fail(ErrorCode::Refused, before.reader.name, "has signed this reading", "revise it first");
                Reading after = before;
                if (auto done = change(after); !done)
                    return fail(done.error());
                tidy(after);
                if (auto sound = checkConsistency(after); !sound)
                    return fail(sound.error());
                return after;
            }};
}

Command foramenCommand(const Foramen& foramen, const std::string& name, ForamenChange change)
{
    return draftCommand(name + ", " + foramen.title(), [foramen, change = std::move(change)](Reading& reading) {
        return change(reading.foramina[foramen]);
    });
}

} // namespace grading
