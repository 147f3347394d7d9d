#include "panels/AskBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace foragrade {

AskBar::AskBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_answers(new QHBoxLayout)
{
    setObjectName("banner");
    setProperty("severity", "warning");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_answers);
    hide();
}

void AskBar::ask(const Question& question)
{
    while (auto* item = m_answers->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_text->setText(question.text);
    for (const auto& [text, action] : question.answers) {
        auto* button = new QPushButton(text, this);
        button->setFocusPolicy(Qt::TabFocus);
        m_answers->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, action = action] {
            hide();
            if (action)
                action();
        });
    }
    setAccessibleName(question.text);
    show();
}

} // namespace foragrade
