// What the form shows of the reading.
#include "models/Words.h"
#include "panels/EvidencePanel.h"
#include "panels/ForamenForm.h"
#include "panels/ReasonEdit.h"
#include "panels/SideCross.h"
#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include "grading/reading/Words.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <chrono>
#include <cmath>

namespace foragrade {

void ForamenForm::refresh()
{
    const bool isOpen = m_desk.isOpen();
    setEnabled(isOpen && !m_desk.isSigned() && m_desk.trouble().isEmpty());
    for (auto* part : m_ofReading)
        part->setVisible(isOpen); // what the last one held isn't read as the next one's
    if (!isOpen) {
        m_title->setText(tr("No study open"));
        return;
    }
    const auto& foramen = m_desk.current();
    m_title->setText(QString("%1  <span style='color:%2; font-weight:400; font-size:13px'>%3</span>")
                         .arg(said(foramen), colours().muted.name(),
                              tr("nerve root %1").arg(QString::fromStdString(foramen.nerveRoot()))));
    const auto record = m_desk.record(foramen);
    showTime();
    m_cross->refresh();
    m_noFat->setChecked(record.noFatSeen);
    refreshGrade();
    refreshFields();
    if (!m_comment->hasFocus() || !m_comment->isModified())
        m_comment->setText(QString::fromStdString(record.comment));
    refreshDecision();
    m_evidence->refresh();
}

void ForamenForm::refreshDecision()
{
    m_decision->setVisible(!m_desk.predecessors().empty());
    const bool isNeeded = m_desk.needsDecisionReason(m_desk.current());
    m_decision->setPlaceholderText(isNeeded ? tr("Reason needed to sign") : tr("Reason for the decision"));
    if (!m_decision->hasFocus() || !m_decision->isModified())
        m_decision->setText(QString::fromStdString(m_desk.record(m_desk.current()).decisionReason));
}

void ForamenForm::showTime()
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(m_desk.timeOnCurrent()).count();
    m_time->setText(m_desk.isOpen() ? QString("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QChar('0'))
                                    : QString());
}

void ForamenForm::refreshGrade()
{
    const auto record = m_desk.record(m_desk.current());
    for (int digit = 0; digit < 4; ++digit) {
        auto* button = m_grades[static_cast<std::size_t>(digit)];
        const bool isGiven = record.grade && record.grade->digit() == digit;
        button->setChecked(isGiven);
        button->setStyleSheet(
            isGiven ? QString("QToolButton { background: %1; color: %2; border: 2px solid %1; }")
                          .arg(gradeColour(digit).name(), gradeInk(digit).name())
                    : QString("QToolButton { border-bottom: 3px solid %1; }").arg(gradeColour(digit).name()));
    }
    m_notGradable->setChecked(record.notGradable.has_value());
    const int dots = record.confidence ? static_cast<int>(*record.confidence) + 1 : 0;
    m_confidence->setText(tr("sure %1").arg(QString(dots, QChar(0x25cf)) + QString(3 - dots, QChar(0x25cb))));

    const bool disagrees = record.grade && m_desk.assessment(m_desk.current()).agreement == grading::Agreement::Hard;
    const bool isAsked = disagrees || m_asksNotGradable || record.notGradable;
    m_reason->setVisible(isAsked);
    m_reasonLabel->setVisible(isAsked);
    m_reason->offerReady(disagrees);
    if (!isAsked) {
        m_reason->clear(); // it would be taken for the next foramen's
        return;
    }
    m_reason->setPlaceholderText(disagrees ? m_reason->readyInWords()
                                           : tr("Reason, e.g. metal, motion, not in the images"));
    if (disagrees) {
        QStringList grades;
        for (const auto& grade : m_desk.assessment(m_desk.current()).basis()->grades)
            grades << QString::fromStdString(grade);
        m_reasonLabel->setText(QString("<span style='color:%1'>%2</span>")
                                   .arg(colours().warning.name(),
                                        tr("Grade %1 is outside what the findings admit (%2). Signing needs a reason:")
                                            .arg(record.grade->digit())
                                            .arg(grades.join(tr(" or ")))));
    } else {
        m_reasonLabel->setText(tr("Why it can't be graded:"));
    }
    m_reason->setReadOnly(record.notGradable.has_value());
    if (!m_reason->hasFocus())
        m_reason->setText(QString::fromStdString(record.notGradable ? *record.notGradable : record.disagreementReason));
}

} // namespace foragrade
