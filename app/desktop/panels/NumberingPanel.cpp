#include "panels/NumberingPanel.h"

#include "study/ReadingDesk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foragrade {
namespace {

using grading::SpineNumbering;

/// Where the names stay when the count changes.
enum class Names { FromHead, FromSacrum, OneUp, OneDown };

QComboBox* choices(const QStringList& texts, const char* name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->addItems(texts);
    return box;
}

} // namespace

QString describe(const SpineNumbering& numbering)
{
    QStringList parts{QObject::tr("%1 lumbar").arg(numbering.lumbar)};
    if (numbering.thoracic != 12)
        parts << QObject::tr("%1 thoracic").arg(numbering.thoracic);
    if (numbering.transition == SpineNumbering::Transition::LumbarisedS1)
        parts << QObject::tr("S1 lumbarised");
    else if (numbering.transition == SpineNumbering::Transition::SacralisedL5)
        parts << QObject::tr("L5 sacralised");
    if (!numbering.isCertain)
        parts << QObject::tr("unsure");
    return parts.join(" · ");
}

NumberingPanel::NumberingPanel(ReadingDesk& desk, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_desk(desk), m_lumbar(choices({"4", "5", "6"}, "lumbarCount", this)),
      m_thoracic(choices({"11", "12", "13"}, "thoracicCount", this)),
      m_transition(choices({tr("none"), tr("S1 lumbarised"), tr("L5 sacralised")}, "transition", this)),
      m_castellvi(choices({tr("none"), "I", "II", "III", "IV"}, "castellvi", this)),
      m_countedFrom(choices(
          {tr("not said"), tr("C2"), tr("ribs of T12"), tr("iliolumbar ligament"), tr("sacrum"), tr("localizer")},
          "countedFrom", this)),
      m_isUnsure(new QCheckBox(tr("The numbering is unsure"), this)),
      m_names(choices({tr("stay, counted from the head"), tr("stay, counted from the sacrum"), tr("move one level up"),
                       tr("move one level down")},
                      "names", this)),
      m_consequence(new QLabel(this)), m_apply(new QPushButton(tr("Apply"), this))
{
    setObjectName("popup");
    auto* rows = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->addRow(tr("Lumbar vertebrae"), m_lumbar);
    form->addRow(tr("Thoracic vertebrae"), m_thoracic);
    form->addRow(tr("Transitional vertebra"), m_transition);
    form->addRow(tr("Castellvi"), m_castellvi);
    form->addRow(tr("Counted from"), m_countedFrom);
    form->addRow(QString(), m_isUnsure);
    form->addRow(tr("Marks, grades, disc names"), m_names);
    rows->addLayout(form);
    m_consequence->setObjectName("hint");
    m_consequence->setWordWrap(true);
    rows->addWidget(m_consequence);
    auto* answers = new QHBoxLayout;
    answers->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_apply->setObjectName("primary");
    answers->addWidget(cancel);
    answers->addWidget(m_apply);
    rows->addLayout(answers);
    for (auto* box : {m_lumbar, m_thoracic, m_names})
        connect(box, &QComboBox::currentIndexChanged, this, &NumberingPanel::showConsequence);
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        close();
        m_desk.renumber(chosen(), shift());
    });
}

void NumberingPanel::openAbove(QWidget* anchor)
{
    if (!m_desk.isOpen())
        return;
    fill();
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, -height() - 4)));
    show();
    m_lumbar->setFocus();
}

void NumberingPanel::fill()
{
    const auto& numbering = m_desk.reading().numbering;
    m_lumbar->setCurrentIndex(numbering.lumbar - 4);
    m_thoracic->setCurrentIndex(numbering.thoracic - 11);
    m_transition->setCurrentIndex(static_cast<int>(numbering.transition));
    m_castellvi->setCurrentIndex(static_cast<int>(numbering.castellvi));
    m_countedFrom->setCurrentIndex(static_cast<int>(numbering.countedFrom));
    m_isUnsure->setChecked(!numbering.isCertain);
    m_names->setCurrentIndex(0);
    m_apply->setEnabled(!m_desk.isSigned() && m_desk.trouble().isEmpty());
    showConsequence();
}

SpineNumbering NumberingPanel::chosen() const
{
    SpineNumbering numbering;
    numbering.lumbar = m_lumbar->currentIndex() + 4;
    numbering.thoracic = m_thoracic->currentIndex() + 11;
    numbering.transition = static_cast<SpineNumbering::Transition>(m_transition->currentIndex());
    numbering.castellvi = static_cast<SpineNumbering::Castellvi>(m_castellvi->currentIndex());
    numbering.countedFrom = static_cast<SpineNumbering::CountedFrom>(m_countedFrom->currentIndex());
    numbering.isCertain = !m_isUnsure->isChecked();
    return numbering;
}

int NumberingPanel::shift() const
{
    const auto& now = m_desk.reading().numbering;
    const auto then = chosen();
    switch (static_cast<Names>(m_names->currentIndex())) {
    case Names::FromSacrum:
        return then.thoracic + then.lumbar - now.thoracic - now.lumbar;
    case Names::OneUp:
        return -1;
    case Names::OneDown:
        return 1;
    case Names::FromHead:
        break;
    }
    return 0;
}

/// The current level's new name, as an example.
void NumberingPanel::showConsequence()
{
    const auto from = m_desk.reading().numbering.levels();
    const auto to = chosen().levels();
    const auto& level = m_desk.current().level;
    const auto at = std::find(from.begin(), from.end(), level) - from.begin() + shift();
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(to.size()))
        return;
    const auto& then = to[static_cast<std::size_t>(at)];
    const auto records = m_desk.reading().foramina.size();
    m_consequence->setText(then == level
                               ? tr("%1 keeps its name.").arg(QString::fromStdString(level.name()))
                               : tr("What is %1 now becomes %2; so for all %3 records.")
                                     .arg(QString::fromStdString(level.name()), QString::fromStdString(then.name()))
                                     .arg(records));
}

} // namespace foragrade
