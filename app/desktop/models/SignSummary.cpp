#include "models/SignSummary.h"

#include "models/Words.h"
#include "study/ReadingDesk.h"

#include "grading/store/Adjudication.h"

#include <QObject>

#include <algorithm>

namespace foragrade {
namespace {

using grading::Structure;

bool isMarked(const grading::ForamenReading& record, Structure structure)
{
    return std::ranges::any_of(record.marks, [&](const auto& marks) { return marks.labels.count(structure) > 0; }) ||
           (structure == Structure::PerineuralFat && record.noFatSeen);
}

QString contradictionIn(const grading::ForamenReading& record, const grading::Assessment& assessment)
{
    QStringList grades;
    for (const auto& grade : assessment.basis()->grades)
        grades << QString::fromStdString(grade);
    const QString admitted = grades.join(QObject::tr(" or "));
    const int grade = record.grade->digit();
    return assessment.measured ? QObject::tr("grade %1, what was measured admits %2").arg(grade).arg(admitted)
                               : QObject::tr("grade %1, your findings admit %2").arg(grade).arg(admitted);
}

/// Odd in a foramen that is graded.
QString gapIn(const grading::ForamenReading& record)
{
    const bool hasFindings = record.findings.root.has_value() ||
                             std::ranges::any_of(record.findings.sides, [](const auto& s) { return s.has_value(); });
    if (!record.marks.empty() && isMarked(record, Structure::NerveRoot) && !isMarked(record, Structure::PerineuralFat))
        return QObject::tr("root without fat, and not said that none is seen");
    if (!hasFindings && record.marks.empty())
        return QObject::tr("grade without findings or marks");
    return {};
}

void addRequired(SignSummary& summary, const grading::Foramen& foramen, const grading::ForamenReading& record,
                 const grading::Protocol& protocol)
{
    if (std::ranges::find(protocol.foramina, foramen) != protocol.foramina.end() && !record.isComplete())
        summary.required.push_back({foramen, QObject::tr("the protocol asks for a grade")});
    for (const auto structure : protocol.structures)
        if (record.grade && !isMarked(record, structure))
            summary.required.push_back(
                {foramen, QObject::tr("the protocol asks for marks of the %1").arg(said(grading::name(structure)))});
}

} // namespace

SignSummary signSummaryOf(const ReadingDesk& desk)
{
    SignSummary summary;
    for (const auto& foramen : desk.foramina()) {
        const auto record = desk.record(foramen);
        ++summary.all;
        summary.complete += record.isComplete() ? 1 : 0;
        if (!record.isComplete())
            summary.notGraded.push_back(foramen);
        if (desk.protocol() != nullptr)
            addRequired(summary, foramen, record, *desk.protocol());
        if (desk.needsDecisionReason(foramen) && !grading::hasDecisionReason(record))
            summary.required.push_back({foramen, QObject::tr("the decision needs its reason")});
        if (!record.grade)
            continue;
        const auto& assessment = desk.assessment(foramen);
        if (assessment.agreement == grading::Agreement::Hard)
            (record.disagreementReason.empty() ? summary.contradictions : summary.explained)
                .push_back({foramen, contradictionIn(record, assessment)});
        if (const auto gap = gapIn(record); !gap.isEmpty())
            summary.gaps.push_back({foramen, gap});
    }
    return summary;
}

} // namespace foragrade
