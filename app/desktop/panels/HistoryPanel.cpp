#include "panels/HistoryPanel.h"

#include "study/ReadingDesk.h"
#include "theme/Palette.h"

#include "grading/store/Store.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace foragrade {

namespace {

constexpr int mostEarlier = 200;

} // namespace

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
    connect(&m_desk, &ReadingDesk::opened, this, [this] {
        m_opened = grading::now();
        m_earlier.reset();
    });
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
    addEarlier();
}

void HistoryPanel::addEarlier()
{
    if (!m_earlier)
        m_earlier = earlierSteps();
    for (const auto& step : *m_earlier) {
        auto* item = new QListWidgetItem(step, m_list);
        item->setFlags(Qt::ItemIsEnabled);
        item->setForeground(colours().muted);
        item->setToolTip(tr("Of an earlier sitting: only to be read"));
    }
}

QStringList HistoryPanel::earlierSteps() const
{
    if (!m_desk.isOpen())
        return {};
    constexpr std::chrono::milliseconds patience(500);
    auto store = grading::Store::open(m_desk.storePath().toStdString(), grading::Store::IfMissing::Fail, patience);
    if (!store)
        return {};
    store->actAs(m_desk.reader().toStdString());
    const auto events = store->events(m_desk.reading().id);
    if (!events)
        return {};
    QStringList steps;
    for (auto event = events->rbegin(); event != events->rend() && steps.size() < mostEarlier; ++event) {
        if (event->time >= m_opened || std::next(event) == events->rend())
            continue; // of this sitting, or how the reading began
        const auto time = QDateTime::fromMSecsSinceEpoch(event->time.time_since_epoch().count());
        steps << time.toString("yyyy-MM-dd hh:mm") + "  " + QString::fromStdString(event->name);
    }
    return steps;
}

void HistoryPanel::goTo(const QListWidgetItem* item)
{
    if (!item->data(Qt::UserRole).isValid())
        return; // of an earlier sitting
    m_desk.goToStep(static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong()));
    refresh();
}

} // namespace foragrade
