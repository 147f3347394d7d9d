#include "panels/CommandPalette.h"

#include "commands/CommandTable.h"
#include "commands/Fuzzy.h"
#include "theme/Palette.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace foragrade {
namespace {

enum Role { IdRole = Qt::UserRole, KeyRole, GroupRole };

constexpr int rowHeight = 30;
constexpr int rowsShown = 11;

/// The command's words, its group fainter, its key at the right.
class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& set = colours();
        const bool isEnabled = index.flags() & Qt::ItemIsEnabled;
        const QRect row = option.rect.adjusted(4, 1, -4, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(set.hover);
            painter->drawRoundedRect(row, 4, 4);
        }
        const QRect inner = row.adjusted(10, 0, -10, 0);
        const QString key = index.data(KeyRole).toString();
        const QFontMetrics metrics(option.font);
        painter->setPen(set.muted);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, key);
        const QRect words = inner.adjusted(0, 0, -metrics.horizontalAdvance(key) - 16, 0);
        const QString group = index.data(GroupRole).toString() + "  ";
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, group);
        painter->setPen(isEnabled ? set.text : set.muted);
        const QRect rest = words.adjusted(metrics.horizontalAdvance(group), 0, 0, 0);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, rowHeight};
    }
};

} // namespace

CommandPalette::CommandPalette(CommandTable& commands, QWidget* window)
    : QFrame(window), m_commands(commands), m_typed(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName("popup");
    setAccessibleName(tr("Commands"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 8, 8, 8);
    rows->setSpacing(8);
    rows->addWidget(m_typed);
    rows->addWidget(m_list);
    m_typed->setObjectName("paletteText");
    m_typed->setAccessibleName(tr("Commands"));
    m_typed->installEventFilter(this);
    m_list->setObjectName("paletteList");
    m_list->setAccessibleName(tr("Commands"));
    m_list->setItemDelegate(new RowPainter(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_commands.refresh();
    m_typed->setPlaceholderText(tr("What is to be done? A few letters find it"));
    m_typed->clear();
    fill();
    const int wide = std::min(620, parentWidget()->width() - 32);
    setGeometry((parentWidget()->width() - wide) / 2, 56, wide, sizeHint().height());
    raise();
    show();
    m_typed->setFocus();
}

void CommandPalette::close()
{
    hide();
    if (m_before != nullptr)
        m_before->setFocus();
}

void CommandPalette::fill()
{
    struct Row {
        const Command* command;
        int fit;
    };
    std::vector<Row> rows;
    for (const auto& command : m_commands.commands()) {
        if (const auto fit = fuzzyFit(m_typed->text(), m_commands.textOf(command.id)))
            rows.push_back({&command, *fit});
        else if (const auto byGroup =
                     fuzzyFit(m_typed->text(), titleOf(command.group) + ' ' + m_commands.textOf(command.id)))
            rows.push_back({&command, *byGroup / 2});
    }
    const auto rank = [this](const Row& row) {
        const auto used = m_used.indexOf(row.command->id);
        return std::tuple(!m_commands.action(row.command->id)->isEnabled(), -row.fit, used < 0 ? m_used.size() : used);
    };
    std::ranges::stable_sort(rows, {}, rank);
    m_list->clear();
    for (const auto& row : rows) {
        auto* item = new QListWidgetItem(m_commands.textOf(row.command->id), m_list);
        item->setData(IdRole, row.command->id);
        item->setData(KeyRole, m_commands.keyOf(row.command->id));
        item->setData(GroupRole, titleOf(row.command->group));
        if (!m_commands.action(row.command->id)->isEnabled())
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(0);
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, rowsShown) * rowHeight + 4);
    layout()->activate();
    resize(width(), sizeHint().height());
}

void CommandPalette::run()
{
    const auto* item = m_list->currentItem();
    if (item == nullptr || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const QString id = item->data(IdRole).toString();
    m_used.removeAll(id);
    m_used.prepend(id);
    close();
    m_commands.action(id)->trigger();
}

bool CommandPalette::takesKey(int key)
{
    const int last = m_list->count() - 1;
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Up:
        m_list->setCurrentRow(row > 0 ? row - 1 : last);
        return true;
    case Qt::Key_Down:
        m_list->setCurrentRow(row < last ? row + 1 : 0);
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentRow(std::max(0, row - rowsShown));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentRow(std::min(last, row + rowsShown));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

/// The window's keys rest while something is typed here.
bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_typed)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && takesKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace foragrade
