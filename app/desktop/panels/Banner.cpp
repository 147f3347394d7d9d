#include "panels/Banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace foragrade {

Banner::Banner(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)), m_actions(new QHBoxLayout)
{
    setObjectName("banner");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setObjectName("bannerText");
    auto* close = new QPushButton(tr("Put away"), this);
    close->setObjectName("link");
    close->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::tell(const QString& message, Kind kind, const std::vector<Action>& actions)
{
    const char* severity = kind == Kind::Error ? "error" : kind == Kind::Warning ? "warning" : "info";
    m_kind = kind;
    setProperty("severity", severity);
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(message);
    while (auto* item = m_actions->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (const auto& action : actions) {
        auto* button = new QPushButton(action.text, this);
        button->setObjectName("link");
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, action.run);
        m_actions->addWidget(button);
    }
    setAccessibleName(message);
    show();
}

QString Banner::message() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace foragrade
