#include "panels/StatusLine.h"

#include "panels/ScrollPanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace foragrade {

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), m_hint(new ElidedLabel(this)), m_history(new QPushButton(this)), m_what(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)), m_keys(new QPushButton(this))
{
    setObjectName("statusLine");
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(26);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(12);
    for (auto* button : {m_history, m_cancel, m_keys}) {
        button->setObjectName("link");
        button->setFocusPolicy(Qt::NoFocus);
        button->setCursor(Qt::PointingHandCursor);
    }
    m_progress->setFixedWidth(140);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_hint->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    layout->addWidget(m_hint);
    layout->addWidget(m_history);
    layout->addStretch();
    layout->addWidget(m_what);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_keys);
    connect(m_cancel, &QPushButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_history, &QPushButton::clicked, this, &StatusLine::historyRequested);
    connect(m_keys, &QPushButton::clicked, this, &StatusLine::keysRequested);
    setProgress({}, 1);
    setHistory({}, {});
    setKeysKey({});
}

void StatusLine::setHint(const QString& hint)
{
    m_hint->setText(hint);
}

void StatusLine::setHistory(const QString& undoName, const QString& undoKey)
{
    m_history->setVisible(!undoName.isEmpty());
    m_history->setText(QString(undoKey + tr("  undo “%1”").arg(undoName)).trimmed());
}

void StatusLine::setKeysKey(const QString& key)
{
    m_keys->setText(QString(key + tr("  keys")).trimmed());
}

void StatusLine::setProgress(const QString& what, double fraction)
{
    m_what->setText(what.isEmpty() ? QString() : what + " …");
    m_progress->setValue(static_cast<int>(std::lround(1000 * fraction)));
    for (QWidget* part :
         {static_cast<QWidget*>(m_what), static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel)})
        part->setVisible(!what.isEmpty());
}

} // namespace foragrade
