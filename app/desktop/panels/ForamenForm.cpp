#include "panels/ForamenForm.h"

#include "models/Words.h"
#include "panels/EvidencePanel.h"
#include "panels/ReasonEdit.h"
#include "panels/SchemeButton.h"
#include "panels/SideCross.h"
#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include "grading/reading/Words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace foragrade {
namespace {

QLabel* label(const QString& text, QWidget* parent)
{
    auto* made = new QLabel(text, parent);
    made->setObjectName("fieldLabel");
    return made;
}

} // namespace

ForamenForm::ForamenForm(ReadingDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_title(new QLabel(this)), m_time(new QLabel(this))
{
    setObjectName("panel");
    m_title->setObjectName("heading");
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(14, 8, 14, 8);
    rows->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setSpacing(6);
    rows->addLayout(top);
    auto* parts = new QWidget(this);
    auto* columns = new QHBoxLayout(parts);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    columns->addWidget(buildFindings());
    columns->addWidget(buildGrade(), 3);
    m_evidence = new EvidencePanel(m_desk, this);
    columns->addWidget(m_evidence, 3);
    rows->addWidget(parts, 1);
    top->addWidget(m_title);
    m_time->setObjectName("fieldLabel");
    m_time->setToolTip(tr("Time on this foramen; kept with its findings"));
    top->addWidget(m_time, 1);
    top->addWidget(new SchemeButton(m_desk, this));
    top->addWidget(m_contact);
    top->addWidget(m_quality);
    for (auto* button : {m_contact, m_quality})
        button->setFocusPolicy(Qt::TabFocus);
    m_ofReading = {parts, m_contact, m_quality};
    for (auto* part : m_ofReading) { // the window keeps its shape
        auto policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    for (auto signal : {&ReadingDesk::changed, &ReadingDesk::foramenChosen, &ReadingDesk::opened, &ReadingDesk::closed,
                        &ReadingDesk::troubleChanged})
        connect(&m_desk, signal, this, &ForamenForm::refresh);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &ForamenForm::showTime);
    second->start(1000);
    refresh();
}

QWidget* ForamenForm::buildFindings()
{
    auto* part = new QWidget(this);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_cross = new SideCross(m_desk, part);
    m_noFat = new QCheckBox(tr("No fat seen"), part);
    m_noFat->setToolTip(tr("Fat was looked for on the marked slice and none is there"));
    rows->addWidget(m_cross);
    rows->addWidget(m_noFat);
    rows->addStretch();
    connect(m_noFat, &QCheckBox::clicked, this, [this](bool isOn) {
        m_desk.apply(grading::commands::setNoFatSeen(m_desk.current(), isOn));
        refresh();
    });
    return part;
}

QWidget* ForamenForm::buildGrade()
{
    auto* part = new QWidget(this);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(7);
    auto* grades = new QHBoxLayout;
    grades->setSpacing(6);
    for (int digit = 0; digit < 4; ++digit) {
        auto* button = new QToolButton(part);
        m_grades[static_cast<std::size_t>(digit)] = button;
        button->setObjectName(QString("grade%1").arg(digit));
        button->setProperty("kind", "grade");
        button->setText(QString::number(digit));
        button->setCheckable(true);
        button->setFixedSize(48, 40);
        button->setToolTip(said(*grading::Grade::from(digit)) + ": " + said(grading::Grade::from(digit)->definition()));
        grades->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, digit] {
            grade(digit);
            refresh();
        });
    }
    m_notGradable = new QToolButton(part);
    m_notGradable->setObjectName("notGradable");
    m_notGradable->setText(tr("not gradable"));
    m_notGradable->setCheckable(true);
    m_notGradable->setFixedHeight(40);
    grades->addWidget(m_notGradable);
    connect(m_notGradable, &QToolButton::clicked, this, [this] {
        editNotGradable();
        refresh();
    });
    m_confidence = new QToolButton(part);
    m_confidence->setObjectName("confidence");
    grades->addStretch();
    connect(m_confidence, &QToolButton::clicked, this, &ForamenForm::raiseConfidence);
    rows->addLayout(grades);

    m_reasonLabel = label({}, part);
    m_reasonLabel->setWordWrap(true);
    m_reason = new ReasonEdit(part);
    m_reason->setObjectName("reason");
    m_reason->setAccessibleName(tr("Reason"));
    rows->addWidget(m_reasonLabel);
    connect(m_reason, &QLineEdit::editingFinished, this, &ForamenForm::enterReason);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        const bool isGiven = !m_asksNotGradable && !m_reason->text().trimmed().isEmpty();
        enterReason();
        if (isGiven)
            emit reasonGiven();
    });

    rows->addLayout(buildFields(part));
    rows->addWidget(m_fieldText);
    rows->addLayout(buildTexts(part));
    rows->addStretch();
    for (auto* button : part->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::TabFocus);
    return part;
}

QLayout* ForamenForm::buildTexts(QWidget* part)
{
    auto* texts = new QHBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_reason, 1);
    const auto add = [&](const char* name, const QString& title, const std::string& step,
                         std::string grading::ForamenReading::*text) {
        auto* field = new QLineEdit(part);
        field->setObjectName(name);
        field->setPlaceholderText(title);
        field->setAccessibleName(title);
        texts->addWidget(field, 1);
        connect(field, &QLineEdit::editingFinished, this, [this, field, step, text] {
            const std::string written = field->text().toStdString();
            if (m_desk.isOpen() && written != m_desk.record(m_desk.current()).*text)
                change(step, [=](grading::ForamenReading& r) { r.*text = written; });
        });
        return field;
    };
    m_decision = add("decisionReason", tr("Reason for the decision"), "Reason for the decision",
                     &grading::ForamenReading::decisionReason);
    m_decision->hide();
    m_comment = add("comment", tr("Comment"), "Comment", &grading::ForamenReading::comment);
    return texts;
}

void ForamenForm::grade(int digit)
{
    if (!m_desk.isOpen())
        return;
    m_asksNotGradable = false;
    const auto wanted = grading::Grade::from(digit);
    const bool isTakenBack = m_desk.record(m_desk.current()).grade == wanted && sender() != nullptr;
    m_desk.apply(grading::commands::setGrade(m_desk.current(), isTakenBack ? std::nullopt : wanted));
}

void ForamenForm::raiseConfidence()
{
    if (!m_desk.isOpen())
        return;
    using grading::Confidence;
    const auto now = m_desk.record(m_desk.current()).confidence;
    std::optional<Confidence> next;
    if (!now)
        next = Confidence::Low;
    else if (*now != Confidence::High)
        next = *now == Confidence::Low ? Confidence::Medium : Confidence::High;
    m_desk.apply(grading::commands::edit(m_desk.current(), "Confidence",
                                         [next](grading::ForamenReading& r) { r.confidence = next; }));
}

void ForamenForm::editNotGradable()
{
    if (!m_desk.isOpen() || m_desk.isSigned())
        return;
    if (m_desk.record(m_desk.current()).notGradable) {
        m_desk.apply(grading::commands::setNotGradable(m_desk.current(), std::nullopt));
        return;
    }
    m_asksNotGradable = true;
    refresh();
    m_reason->setFocus();
}

void ForamenForm::editComment()
{
    m_comment->setFocus();
    m_comment->selectAll();
}

void ForamenForm::askReason()
{
    m_reason->setFocus();
}

void ForamenForm::enterReason()
{
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (!m_desk.isOpen())
        return;
    const auto record = m_desk.record(m_desk.current());
    if (m_asksNotGradable) {
        m_asksNotGradable = false;
        if (!reason.empty())
            m_desk.apply(grading::commands::setNotGradable(m_desk.current(), reason));
        refresh();
    } else if (!record.notGradable && reason != record.disagreementReason) {
        m_desk.apply(grading::commands::edit(m_desk.current(), "Reason for disagreeing",
                                             [reason](grading::ForamenReading& r) { r.disagreementReason = reason; }));
    }
}

} // namespace foragrade
