#include "panels/StoreTrouble.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace foragrade {

StoreTrouble::StoreTrouble(Form form, QWidget* parent)
    : QFrame(parent), m_form(form), m_text(new QLabel(this)), m_advice(new QLabel(this))
{
    for (auto* label : {m_text, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    if (form == Form::Bar) {
        setObjectName("storeTrouble");
        auto* columns = new QHBoxLayout(this);
        columns->setContentsMargins(12, 6, 8, 6);
        columns->setSpacing(12);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(m_text);
        texts->addWidget(m_advice);
        columns->addLayout(texts, 1);
        columns->addWidget(buildAnswers());
        return;
    }
    m_advice->setObjectName("hint");
    auto* title = new QLabel(tr("The readings can't be reached"), this);
    title->setObjectName("troubleTitle");
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    rows->addStretch(3);
    rows->addWidget(title, 0, Qt::AlignHCenter);
    for (auto* label : {m_text, m_advice}) {
        label->setFixedWidth(620);
        label->setAlignment(Qt::AlignCenter);
        rows->addWidget(label, 0, Qt::AlignHCenter);
    }
    rows->addSpacing(12);
    rows->addWidget(buildAnswers(), 0, Qt::AlignHCenter);
    rows->addStretch(4);
}

QWidget* StoreTrouble::buildAnswers()
{
    auto* answers = new QWidget(this);
    auto* columns = new QHBoxLayout(answers);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(8);
    const auto add = [&](const QString& text, const char* name, void (StoreTrouble::*chosen)()) {
        auto* button = new QPushButton(text, answers);
        button->setObjectName(name);
        button->setFocusPolicy(Qt::TabFocus);
        columns->addWidget(button);
        connect(button, &QPushButton::clicked, this, chosen);
        return button;
    };
    const bool isPage = m_form == Form::Page;
    m_reload = add(tr("Load what is stored"), "reload", &StoreTrouble::reloadRequested);
    m_reload->hide();
    m_tryAgain = add(tr("Try again"), isPage ? "primary" : "tryAgain", &StoreTrouble::tryAgainRequested);
    add(isPage ? tr("Choose another store …") : tr("Keep it in another store …"), "otherStore",
        &StoreTrouble::otherStoreRequested);
    if (isPage)
        add(tr("Look at images only"), "lookOnly", &StoreTrouble::lookOnlyRequested);
    return answers;
}

void StoreTrouble::tell(const QString& trouble, const QString& stepInHand, bool isConflict)
{
    m_reload->setVisible(isConflict);
    m_tryAgain->setVisible(!isConflict);
    m_text->setText(m_form == Form::Bar ? tr("NOT SAVED · %1").arg(trouble) : trouble);
    if (m_form == Form::Page)
        m_advice->setText(tr("Without a store nothing can be marked or graded: every step is kept before it shows."));
    else if (isConflict)
        m_advice->setText(
            tr("Not stored: “%1”. Load what is stored and do it again there, or keep this reading, that step "
               "with it, in another store.")
                .arg(stepInHand));
    else if (stepInHand.isEmpty())
        m_advice->setText(tr("Marks and grades are locked until it works again."));
    else
        m_advice->setText(
            tr("In hand, not shown: “%1”. It is stored first when the store works again; until then marks "
               "and grades are locked.")
                .arg(stepInHand));
    setAccessibleName(m_text->text());
}

QString StoreTrouble::message() const
{
    return isHidden() ? QString() : m_text->text() + ' ' + m_advice->text();
}

} // namespace foragrade
