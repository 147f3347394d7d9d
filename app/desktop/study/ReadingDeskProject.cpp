// The desk in a project: what its rules ask for and hide.
#include "study/ReadingDesk.h"

#include "grading/store/Adjudication.h"

#include <QSettings>

namespace foragrade {
namespace {

constexpr const char* evidenceKey = "evidence/hidden";

} // namespace

void ReadingDesk::findProject()
{
    m_project.reset();
    m_predecessors.clear();
    m_apart.clear();
    if (!m_store)
        return;
    if (auto place = grading::placeOf(*m_store, reading().id))
        m_project = std::move(*place);
    const auto bases = grading::predecessorsOf(*m_store, reading().id);
    for (const auto& each : bases.value_or(std::vector<grading::ProjectReading>())) {
        if (auto read = m_store->load(each.id, each.revision))
            m_predecessors.push_back(std::move(*read));
    }
    if (m_project && !m_predecessors.empty())
        m_apart = grading::foraminaApart(m_predecessors, m_project->protocol);
}

bool ReadingDesk::needsDecisionReason(const grading::Foramen& foramen) const
{
    return !m_predecessors.empty() &&
           (m_apart.contains(foramen) || grading::departsFrom(m_predecessors, foramen, record(foramen)));
}

bool ReadingDesk::hidesIdentity(const grading::Uid& study)
{
    return !openStore() || grading::hidesIdentity(*m_store, m_reader.toStdString(), study).value_or(true);
}

QString ReadingDesk::projectName() const
{
    return m_project ? QString::fromStdString(m_project->project) : QString();
}

bool ReadingDesk::isBlindTo(grading::BlindTo what) const
{
    return m_project && m_project->blindTo.contains(what);
}

QString ReadingDesk::caseName() const
{
    return isBlindTo(grading::BlindTo::Identity) ? QString::fromStdString(m_project->caseName) : QString();
}

bool ReadingDesk::hidesEvidence(const grading::Foramen& foramen) const
{
    return (isBlindTo(grading::BlindTo::Suggestion) || isEvidenceHidden()) && !isSigned() &&
           !record(foramen).isComplete();
}

void ReadingDesk::setEvidenceHidden(bool isHidden)
{
    QSettings().setValue(evidenceKey, isHidden);
    emit changed();
}

bool ReadingDesk::isEvidenceHidden() const
{
    return QSettings().value(evidenceKey, false).toBool();
}

} // namespace foragrade
