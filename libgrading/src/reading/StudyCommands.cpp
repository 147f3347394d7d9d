#include "Change.h"

#include "grading/base/Contract.h"
#include "grading/reading/Assessment.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace grading::commands {

namespace {

std::string listed(const std::vector<std::string>& grades)
{
    std::string text;
    for (const auto& grade : grades)
        text += (text.empty() ? "" : " or ") + grade;
    return text;
}

/// Hard disagreement needs a reason (grading.md, Schemes).
Result<void> checkDisagreement(const Reading& reading)
{
    for (const auto& [foramen, record] : reading.foramina) {
        if (!record.grade || record.disagreementReason.find_first_not_of(" \t\r\n") != std::string::npos)
            continue;
        const auto assessment = assess(reading, foramen);
        if (assessment.agreement != Agreement::Hard)
            continue;
        return fail(ErrorCode::Refused, foramen.title(),
                    "grade " + std::to_string(record.grade->digit()) + " lies outside what the " +
                        (assessment.measured ? "marks" : "findings") + " admit (" + listed(assessment.basis()->grades) +
                        ") and no reason is given",
                    "change the grade or state the reason for the disagreement");
    }
    return {};
}

/// From a level of the old numbering to the one that many levels on in the new one.
class Shift {
public:
    Shift(const SpineNumbering& from, const SpineNumbering& to, int by)
        : m_from(from.levels()), m_to(to.levels()), m_by(by)
    {}

    [[nodiscard]] Result<Level> of(const Level& level, const std::string& subject) const
    {
        const auto place = std::find(m_from.begin(), m_from.end(), level) - m_from.begin() + m_by;
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(m_to.size()))
            return fail(ErrorCode::Refused, subject,
                        "would leave the spine when renumbered by " + std::to_string(m_by));
        return m_to[static_cast<std::size_t>(place)];
    }

private:
    std::vector<Level> m_from;
    std::vector<Level> m_to;
    int m_by;
};

Result<void> shiftAll(Reading& reading, const Shift& shift)
{
    std::map<Foramen, ForamenReading> moved;
    for (auto& [foramen, record] : reading.foramina) {
        const auto level = shift.of(foramen.level, foramen.title());
        if (!level)
            return fail(level.error());
        moved.emplace(Foramen{*level, foramen.side}, std::move(record));
    }
    reading.foramina = std::move(moved);
    for (auto& place : reading.levelPlaces) {
        const auto level = shift.of(place.level, place.level.name());
        if (!level)
            return fail(level.error());
        place.level = *level;
    }
    return {};
}

std::vector<LevelPlace>::iterator findPlace(Reading& reading, const Level& level, const Uid& frame)
{
    return std::find_if(reading.levelPlaces.begin(), reading.levelPlaces.end(), [&](const LevelPlace& place) {
        return place.level == level && place.frameOfReference == frame;
    });
}

} // namespace

Command editStudy(std::string name, std::function<void(Reading&)> change)
{
    return draftCommand(std::move(name), [change = std::move(change)](Reading& reading) -> Result<void> {
        const Reading before = reading;
        change(reading);
        GRADING_EXPECTS(reading.numbering == before.numbering && reading.foramina == before.foramina &&
                        reading.id == before.id && reading.status == before.status &&
                        reading.revision == before.revision);
        return {};
    });
}

Command renumber(SpineNumbering numbering, int shift)
{
    const auto name = shift == 0 ? std::string("Change numbering")
                                 : "Renumber by " + std::to_string(std::abs(shift)) +
                                       (std::abs(shift) == 1 ? " level" : " levels") +
                                       (shift > 0 ? " towards the feet" : " towards the head");
    return draftCommand(name, [numbering, shift](Reading& reading) -> Result<void> {
        if (auto moved = shiftAll(reading, Shift(reading.numbering, numbering, shift)); !moved)
            return moved;
        reading.numbering = numbering;
        return {};
    });
}

Command placeLevel(const LevelPlace& place)
{
    return draftCommand("Point at disc " + place.level.name(), [place](Reading& reading) -> Result<void> {
        const auto found = findPlace(reading, place.level, place.frameOfReference);
        if (found == reading.levelPlaces.end())
            reading.levelPlaces.push_back(place);
        else
            *found = place;
        return {};
    });
}

Command unplaceLevel(const Level& level, const Uid& frameOfReference)
{
    return draftCommand("Take back disc " + level.name(), [level, frameOfReference](Reading& reading) -> Result<void> {
        const auto found = findPlace(reading, level, frameOfReference);
        if (found != reading.levelPlaces.end())
            reading.levelPlaces.erase(found);
        return {};
    });
}

Command sign(Timestamp when)
{
    return {"Sign", [when](const Reading& before) -> Result<Reading> {
                if (before.isSigned())
                    return fail(ErrorCode::Refused, before.reader.name, "has signed this reading already",
                                "revise it to change it");
                const auto isComplete = [](const auto& entry) { return entry.second.isComplete(); };
                if (std::none_of(before.foramina.begin(), before.foramina.end(), isComplete))
                    return fail(ErrorCode::InvalidArgument, before.reader.name, "hasn't graded any foramen",
                                "grade one before signing");
                if (auto agreed = checkDisagreement(before); !agreed)
                    return fail(agreed.error());
                Reading after = before;
                after.status = ReadingStatus::Signed;
                after.signedAt = when;
                return after;
            }};
}

Command revise()
{
    return {"Revise", [](const Reading& before) -> Result<Reading> {
                if (!before.isSigned())
                    return fail(ErrorCode::Refused, before.reader.name, "has a draft of this reading",
                                "edit it as it is");
                Reading after = before;
                after.status = ReadingStatus::Draft;
                after.signedAt.reset();
                ++after.revision;
                return after;
            }};
}

} // namespace grading::commands
