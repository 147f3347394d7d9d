#include "Change.h"

#include "grading/base/Contract.h"
#include "grading/reading/Assessment.h"

#include <algorithm>
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

Result<std::map<Foramen, ForamenReading>> shifted(const Reading& reading, const SpineNumbering& numbering, int shift)
{
    const auto from = reading.numbering.levels();
    const auto to = numbering.levels();
    std::map<Foramen, ForamenReading> moved;
    for (const auto& [foramen, record] : reading.foramina) {
        const auto place = std::find(from.begin(), from.end(), foramen.level) - from.begin() + shift;
        if (place < 0 || place >= static_cast<std::ptrdiff_t>(to.size()))
            return fail(ErrorCode::Refused, foramen.title(),
                        "would leave the spine when renumbered by " + std::to_string(shift));
        moved.emplace(Foramen{to[static_cast<std::size_t>(place)], foramen.side}, record);
    }
    return moved;
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
        auto moved = shifted(reading, numbering, shift);
        if (!moved)
            return fail(moved.error());
        reading.foramina = std::move(*moved);
        reading.numbering = numbering;
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
