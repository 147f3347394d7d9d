#include "panels/HistoryPanel.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace foragrade {

HistoryPanel::HistoryPanel(ReadingDesk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_list(new QListWidget(this)), m_hint(new QLabel(this))
{
    setObjectName("panel");
    setAccessibleName(tr("History"));
    setFixedWidth(248);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 8, 8, 8);
    rows->setSpacing(6);
    auto* top = new QHBoxLayout;
    auto* title = new QLabel(tr("HISTORY"), this);
    title->setObjectName("panelTitle");
    auto* close = new QToolButton(this);
    close->setObjectName("closeHistory");
    close->setText(QString(QChar(0x2715)));
    close->setToolTip(tr("Put the history away"));
    close->setAccessibleName(close->toolTip());
    close->setFocusPolicy(Qt::TabFocus);
    top->addWidget(title, 1);
    top->addWidget(close);
    rows->addLayout(top);
    m_hint->setObjectName("hint");
    m_hint->setWordWrap(true);
    rows->addWidget(m_hint);
    m_list->setObjectName("history");
    m_list->setAccessibleName(tr("Steps of the reading"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    rows->addWidget(m_list, 1);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_list, &QListWidget::itemClicked, this, &HistoryPanel::goTo);
    connect(m_list, &QListWidget::itemActivated, this, &HistoryPanel::goTo);
    for (auto signal : {&ReadingDesk::changed, &ReadingDesk::opened, &ReadingDesk::closed})
        connect(&m_desk, signal, this, &HistoryPanel::refresh);
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    refresh();
}

void HistoryPanel::refresh()
{
    if (!isVisible())
        return;
    m_list->clear();
    const auto* session = m_desk.session();
    const auto names = session != nullptr ? session->history() : std::vector<std::string>{};
    const auto position = session != nullptr ? session->historyPosition() : 0;
    m_hint->setText(session == nullptr ? tr("No reading is open")
                    : names.empty()    ? tr("Nothing was done since it was opened")
                                       : tr("A click goes there"));
    const auto add = [&](const QString& text, std::size_t at) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, static_cast<qulonglong>(at));
        if (at > position) {
            item->setForeground(colours().muted);
            QFont font = item->font();
            font.setItalic(true);
            item->setFont(font);
            item->setToolTip(tr("Taken back; a click brings it again"));
        }
        if (at == position)
            m_list->setCurrentItem(item);
    };
    for (std::size_t i = names.size(); i-- > 0;)
        add(QString::fromStdString(names[i]), i + 1);
    if (session != nullptr)
        add(tr("As it was opened"), 0);
}

void HistoryPanel::goTo(const QListWidgetItem* item)
{
    m_desk.goToStep(static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong()));
    refresh();
}

} // namespace foragrade
