// The form's fields that are chosen from words: findings, causes, contact, slip and image quality.
#include "models/Words.h"
#include "panels/ChoiceMenu.h"
#include "panels/ForamenForm.h"
#include "study/ReadingDesk.h"

#include "grading/reading/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foragrade {
namespace {

using grading::ForamenReading;

constexpr std::array<const char*, 3> qualities{
    QT_TRANSLATE_NOOP("foragrade::ForamenForm", "good"), QT_TRANSLATE_NOOP("foragrade::ForamenForm", "limited"),
    QT_TRANSLATE_NOOP("foragrade::ForamenForm", "poor")}; ///< Anything else by JSON or import.
constexpr std::array<const char*, 5> romans{"I", "II", "III", "IV", "V"};

QToolButton* popupButton(const char* name, QWidget* parent, bool takesSeveral = false)
{
    auto* made = new QToolButton(parent);
    made->setObjectName(name);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setMenu(new ChoiceMenu(takesSeveral, made));
    made->setProperty("kind", "field");
    return made;
}

QAction* choice(QToolButton* button, const QString& text, int value)
{
    return qobject_cast<ChoiceMenu*>(button->menu())->addChoice(text, value);
}

/// What isn't said yet is dashed, with a dash for its value. A value that says of itself what it is of stands alone.
void showField(QToolButton* button, const QString& field, const QString& value, bool saysItself = false)
{
    if (value.isEmpty())
        button->setText(QObject::tr("%1 –").arg(field));
    else
        button->setText(saysItself ? value : field + ' ' + value);
    button->setProperty("state", value.isEmpty() ? "open" : "said");
    button->style()->unpolish(button);
    button->style()->polish(button);
}

template <class Value>
void checkOnly(QToolButton* button, const std::optional<Value>& value)
{
    for (auto* action : button->menu()->actions())
        action->setChecked(value && action->data().toInt() == static_cast<int>(*value));
}

template <class Value>
QStringList checkAll(QToolButton* button, const std::set<Value>& values)
{
    QStringList titles;
    for (const auto value : values)
        titles << said(grading::title(value));
    for (auto* action : button->menu()->actions())
        action->setChecked(values.contains(static_cast<Value>(action->data().toInt())));
    return titles;
}

template <class Value>
void toggle(std::set<Value>& values, Value value, bool isOn)
{
    if (isOn)
        values.insert(value);
    else
        values.erase(value);
}

} // namespace

QLayout* ForamenForm::buildFields(QWidget* part)
{
    auto* fields = new QHBoxLayout;
    fields->setSpacing(6);
    m_findings = popupButton("findings", part, true);
    m_findings->setText(tr("+ finding"));
    m_etiology = popupButton("etiology", part, true);
    m_etiology->setText(tr("+ cause"));
    m_meyerding = popupButton("meyerding", part);
    m_quality = popupButton("quality", part);
    m_contact = popupButton("contact", part);
    for (auto* field : {m_confidence, m_findings, m_etiology, m_meyerding})
        fields->addWidget(field);
    fields->addStretch();
    m_fieldText = new QLabel(part);
    m_fieldText->setObjectName("fieldText");
    m_fieldText->setWordWrap(true);
    fillFields();
    return fields;
}

void ForamenForm::fillFields()
{
    for (const auto finding : grading::allContributoryFindings)
        connect(choice(m_findings, said(grading::title(finding)), static_cast<int>(finding)), &QAction::triggered, this,
                [this, finding](bool isOn) {
                    change((isOn ? "Add " : "Remove ") + std::string(grading::title(finding)),
                           [=](ForamenReading& r) { toggle(r.contributory, finding, isOn); });
                });
    for (const auto cause : grading::allEtiologies)
        connect(choice(m_etiology, said(grading::title(cause)), static_cast<int>(cause)), &QAction::triggered, this,
                [this, cause](bool isOn) {
                    change((isOn ? "Add cause " : "Remove cause ") + std::string(grading::title(cause)),
                           [=](ForamenReading& r) { toggle(r.etiology, cause, isOn); });
                });
    for (const auto contact : grading::allRootContacts)
        connect(choice(m_contact, said(grading::title(contact)), static_cast<int>(contact)), &QAction::triggered, this,
                [this, contact](bool isOn) {
                    change("Root contact",
                           [=](ForamenReading& r) { r.contact = isOn ? std::optional(contact) : std::nullopt; });
                });
    for (int slip = 1; slip <= 5; ++slip)
        connect(choice(m_meyerding, tr("Meyerding %1").arg(romans[static_cast<std::size_t>(slip - 1)]), slip),
                &QAction::triggered, this, [this, slip](bool isOn) {
                    change("Meyerding grade",
                           [=](ForamenReading& r) { r.meyerding = isOn ? std::optional(slip) : std::nullopt; });
                });
    for (std::size_t i = 0; i < qualities.size(); ++i)
        connect(choice(m_quality, tr(qualities[i]), static_cast<int>(i)), &QAction::triggered, this,
                [this, i](bool isOn) {
                    change("Image quality", [=](ForamenReading& r) { r.imageQuality = isOn ? qualities[i] : ""; });
                });
}

void ForamenForm::openField(const char* name)
{
    auto* field = findChild<QToolButton*>(name);
    if (field != nullptr && field->isVisible() && isEnabled())
        field->showMenu();
}

void ForamenForm::change(const std::string& what, std::function<void(ForamenReading&)> edit)
{
    if (m_desk.isOpen())
        m_desk.apply(grading::commands::edit(m_desk.current(), what, std::move(edit)));
    refresh();
}

void ForamenForm::refreshFields()
{
    const auto record = m_desk.record(m_desk.current());
    const QStringList findings = checkAll(m_findings, record.contributory);
    const QStringList causes = checkAll(m_etiology, record.etiology);
    showLists(findings, causes);

    checkOnly(m_contact, record.contact);
    showField(m_contact, tr("contact"), record.contact ? said(grading::title(*record.contact)) : QString(), true);
    m_meyerding->setVisible(record.contributory.contains(grading::ContributoryFinding::Spondylolisthesis));
    checkOnly(m_meyerding, record.meyerding);
    showField(m_meyerding, tr("slip"),
              record.meyerding ? QString(romans[static_cast<std::size_t>(*record.meyerding - 1)]) : QString());
    const auto known = std::find(qualities.begin(), qualities.end(), record.imageQuality);
    checkOnly(m_quality, known == qualities.end() ? std::nullopt : std::optional(known - qualities.begin()));
    const QString quality = QString::fromStdString(record.imageQuality);
    showField(m_quality, tr("image quality"), m_quality->fontMetrics().elidedText(quality, Qt::ElideRight, 120));
}

void ForamenForm::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (m_desk.isOpen())
        refreshFields();
}

/// As many words as fit into two lines, the rest as a count; all of them in the tool tip.
void ForamenForm::showLists(const QStringList& findings, const QStringList& causes)
{
    const QString reasons = causes.isEmpty() ? QString() : tr("cause: %1").arg(causes.join(", "));
    const QString none = findings.isEmpty() && causes.isEmpty() ? tr("no findings, no cause said") : QString();
    QStringList all = findings;
    if (!causes.isEmpty())
        all << reasons;
    m_fieldText->setToolTip(all.join('\n'));
    const QFontMetrics metrics = m_fieldText->fontMetrics();
    const auto fits = [&](const QString& text) {
        return metrics.boundingRect(QRect(0, 0, std::max(220, m_fieldText->width()), 1000), Qt::TextWordWrap, text)
                   .height() <= 2 * metrics.lineSpacing();
    };
    QStringList shown = all;
    QString text = shown.join(" · ");
    while (shown.size() > 1 && !fits(text)) {
        shown.removeLast();
        text = shown.join(" · ") + tr(" · and %1 more").arg(all.size() - shown.size());
    }
    m_fieldText->setText(none.isEmpty() ? text : none);
    m_fieldText->setEnabled(none.isEmpty());
}

} // namespace foragrade
