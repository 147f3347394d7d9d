#include "panels/Banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace foragrade {

Banner::Banner(QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
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
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void Banner::tell(const QString& message, Kind kind)
{
    const char* severity = kind == Kind::Error ? "error" : kind == Kind::Warning ? "warning" : "info";
    m_kind = kind;
    setProperty("severity", severity);
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(message);
    setAccessibleName(message);
    show();
}

QString Banner::message() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace foragrade
