#include "panels/EvidencePanel.h"

#include "models/Reasons.h"
#include "panels/FatRoseView.h"
#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTextDocumentFragment>

#include <cmath>

namespace foragrade {
namespace {

QString muted(const QString& text)
{
    return QString("<span style='color:%1'>%2</span>").arg(colours().muted.name(), text);
}

QString titleOf(grading::AnatomicalDirection side)
{
    switch (side) {
    case grading::AnatomicalDirection::Superior:
        return EvidencePanel::tr("superior");
    case grading::AnatomicalDirection::Inferior:
        return EvidencePanel::tr("inferior");
    case grading::AnatomicalDirection::Anterior:
        return EvidencePanel::tr("anterior");
    case grading::AnatomicalDirection::Posterior:
        return EvidencePanel::tr("posterior");
    }
    return {};
}

QString titleOf(grading::SideCoverageState state)
{
    switch (state) {
    case grading::SideCoverageState::Preserved:
        return EvidencePanel::tr("kept");
    case grading::SideCoverageState::Equivocal:
        return EvidencePanel::tr("unsure");
    case grading::SideCoverageState::Lost:
        return EvidencePanel::tr("lost");
    case grading::SideCoverageState::NotAssessable:
        break;
    }
    return EvidencePanel::tr("not assessable");
}

QString titleOf(grading::RootMeasurement::Sign sign)
{
    using Sign = grading::RootMeasurement::Sign;
    switch (sign) {
    case Sign::Flattened:
        return EvidencePanel::tr("flattened");
    case Sign::Indented:
        return EvidencePanel::tr("indented");
    case Sign::Shrunken:
        return EvidencePanel::tr("shrunken");
    case Sign::Swollen:
        return EvidencePanel::tr("swollen");
    }
    return {};
}

QString percent(const grading::SideMeasurement& side)
{
    return side.coverage ? EvidencePanel::tr("%1 %").arg(std::lround(100 * *side.coverage)) : QString("–");
}

QString sideLine(const grading::SideMeasurement& side, grading::AnatomicalDirection direction, bool isPointed)
{
    const QString line =
        EvidencePanel::tr("%1 %2, fat at %3").arg(titleOf(direction), titleOf(side.state), percent(side));
    return isPointed ? "<b>" + line + "</b>" : line;
}

QString ratios(const grading::RootRatios& ratio, const QString& to)
{
    return EvidencePanel::tr("%1: area × %2, roundness × %3")
        .arg(to)
        .arg(ratio.area, 0, 'f', 2)
        .arg(ratio.flattening, 0, 'f', 2);
}

} // namespace

EvidencePanel::EvidencePanel(ReadingDesk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_rose(new FatRoseView(this)), m_scroll(new QScrollArea(this)),
      m_text(new QLabel(m_scroll))
{
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    m_rose->setFixedSize(140, 140);
    m_text->setObjectName("measured");
    m_text->setAccessibleName(tr("What was measured"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_scroll->setWidget(m_text);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumWidth(96);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    columns->addWidget(m_rose, 0, Qt::AlignTop);
    columns->addWidget(m_scroll, 1);
    connect(m_rose, &FatRoseView::pointedAt, this, &EvidencePanel::point);
}

QString EvidencePanel::text() const
{
    return QTextDocumentFragment::fromHtml(m_text->text()).toPlainText();
}

void EvidencePanel::point(std::optional<grading::AnatomicalDirection> side)
{
    m_side = side;
    refresh();
}

void EvidencePanel::refresh()
{
    if (!m_desk.isOpen()) {
        m_rose->show({}, {}, {});
        m_text->clear();
        return;
    }
    if (m_desk.hidesEvidence(m_desk.current())) {
        m_rose->show({}, {}, tr("Hidden until you grade"));
        m_text->setText(muted(m_desk.protocol() != nullptr
                                  ? tr("This project asks you to judge first. What was measured shows once the foramen "
                                       "is graded.")
                                  : tr("What was measured shows once the foramen is graded (Settings).")));
        return;
    }
    const auto record = m_desk.record(m_desk.current());
    const auto& assessment = m_desk.assessment(m_desk.current());
    QStringList lines;
    if (const auto line = admitted(); !line.isEmpty())
        lines << line;
    if (assessment.measurements && record.gradedMarks() != nullptr) {
        m_rose->show(assessment.measurements->graded(), record.gradedMarks()->geometry, {});
        lines += measured(assessment.measurements->graded());
    } else {
        m_rose->show({}, {}, tr("Mark the root to measure"));
    }
    lines += reasons();
    for (const auto& issue : assessment.issues)
        lines << QString("<span style='color:%1'>%2</span>")
                     .arg(colours().warning.name(), QString::fromStdString(issue.text).toHtmlEscaped());
    m_text->setText(lines.join("<br>"));
}

QString EvidencePanel::admitted() const
{
    const auto& assessment = m_desk.assessment(m_desk.current());
    const auto* basis = assessment.basis();
    if (basis == nullptr)
        return {};
    QStringList grades;
    for (const auto& grade : basis->grades)
        grades << QString::fromStdString(grade).toHtmlEscaped();
    return QString("<b>%1</b> %2")
        .arg(assessment.measured ? tr("Measured:") : tr("From your findings:"),
             tr("%1 admits <b>%2</b>")
                 .arg(QString::fromStdString(basis->scheme).toHtmlEscaped(), grades.join(tr(" or "))));
}

QStringList EvidencePanel::reasons() const
{
    QStringList lines;
    for (const auto& reason : reasonsOf(m_desk.assessment(m_desk.current()), m_desk.record(m_desk.current()).findings))
        lines << muted(reason.toHtmlEscaped());
    return lines;
}

QStringList EvidencePanel::measured(const grading::SliceMeasurements& slice) const
{
    QStringList lines;
    for (const auto side : grading::allDirections)
        lines << muted(sideLine(slice.side(side), side, m_side == side));
    QString root =
        tr("root %1 mm², roundness %2").arg(slice.root.area.value, 0, 'f', 1).arg(slice.root.flattening, 0, 'f', 2);
    for (const auto sign : slice.root.signs)
        root += ", " + titleOf(sign);
    lines << muted(root);
    if (slice.root.toOtherSide)
        lines << muted(ratios(*slice.root.toOtherSide, tr("to the other side")));
    if (slice.root.toNeighbours)
        lines << muted(ratios(*slice.root.toNeighbours, tr("to the neighbours")));
    lines << muted(tr("fat %1 mm²").arg(slice.fat.area.value, 0, 'f', 1));
    return lines;
}

} // namespace foragrade
