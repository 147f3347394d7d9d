#include "ReadingText.h"

#include "Output.h"

#include "grading/reading/Assessment.h"
#include "grading/reading/Words.h"

#include <fmt/format.h>

namespace foragrade {

using grading::name;

namespace {

/// "S lost, A preserved"; empty when no side is recorded.
std::string sidesOf(const grading::FindingSet& findings)
{
    std::string text;
    for (const auto direction : grading::allDirections) {
        if (const auto state = findings.side(direction))
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", name(direction), name(*state));
    }
    return text;
}

std::string gradeOf(const grading::ForamenReading& record)
{
    if (record.grade)
        return std::to_string(record.grade->digit());
    return record.notGradable ? "none" : "-";
}

std::string suggestionOf(const grading::Assessment& assessment)
{
    const auto* basis = assessment.basis();
    if (basis == nullptr)
        return "-";
    std::string grades;
    for (const auto& grade : basis->grades)
        grades += (grades.empty() ? "" : " or ") + grade;
    return fmt::format("{} ({})", grades, assessment.measured ? "marks" : "findings");
}

std::string remarksOf(const grading::ForamenReading& record, const grading::Assessment& assessment)
{
    std::vector<std::string> remarks;
    if (record.notGradable)
        remarks.push_back("not gradable: " + *record.notGradable);
    if (assessment.agreement == grading::Agreement::Hard)
        remarks.push_back(record.disagreementReason.empty() ? "disagrees without a reason"
                                                            : "disagrees: " + record.disagreementReason);
    if (const auto sides = sidesOf(record.findings); !sides.empty())
        remarks.push_back(sides);
    if (record.findings.root)
        remarks.push_back(fmt::format("root {}", name(*record.findings.root)));
    if (!record.decisionReason.empty())
        remarks.push_back("decided: " + record.decisionReason);
    if (!record.comment.empty())
        remarks.push_back(record.comment);
    std::string text;
    for (const auto& remark : remarks)
        text += (text.empty() ? "" : "; ") + remark;
    return text;
}

std::string standingOf(grading::ReadingStatus status, int revision)
{
    return fmt::format("{}, revision {}", name(status), revision);
}

} // namespace

std::string textOf(const grading::Reading& reading, Suggestions suggestions)
{
    const auto& study = reading.study;
    auto text = fmt::format("Study     {} {}\n", study.uid.text(), printable(study.description));
    text += fmt::format("Patient   {} ({})\n", printable(study.patientName), printable(study.patientId));
    text += fmt::format("Reader    {}, {}\n", printable(reading.reader.name), printable(reading.reader.organization));
    text += fmt::format("Status    {}{}\n", standingOf(reading.status, reading.revision),
                        reading.signedAt ? ", signed " + grading::toIso8601(*reading.signedAt) : std::string());
    text += fmt::format("Scheme    {}\n", printable(reading.scheme));
    if (reading.foramina.empty())
        return text + "No foramen has been looked at.\n";
    text += fmt::format("\n{:<14}{:<7}{:<20}{}\n", "Foramen", "Grade", "Suggested", "Remarks");
    for (const auto& [foramen, record] : reading.foramina) {
        const auto assessment = assess(reading, foramen);
        const bool isHidden = suggestions == Suggestions::OnceGraded && !record.isComplete();
        text += fmt::format("{:<14}{:<7}{:<20}{}\n", foramen.title(), gradeOf(record),
                            isHidden ? "hidden" : suggestionOf(assessment), printable(remarksOf(record, assessment)));
    }
    return text;
}

std::string textOf(const std::vector<grading::ReadingSummary>& readings)
{
    if (readings.empty())
        return "The store holds no reading.\n";
    std::string text;
    for (const auto& reading : readings)
        text += fmt::format("{}  {}  {}, {} graded, {}\n", reading.study.uid.text(), printable(reading.reader.name),
                            standingOf(reading.status, reading.revision), reading.foraminaGraded,
                            grading::toIso8601(reading.changed));
    return text;
}

} // namespace foragrade
