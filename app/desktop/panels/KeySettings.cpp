#include "panels/KeySettings.h"

#include "commands/CommandTable.h"
#include "commands/Fuzzy.h"
#include "panels/KeyField.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace foragrade {
namespace {

constexpr int idRole = Qt::UserRole;

} // namespace

KeySettings::KeySettings(CommandTable& commands, QWidget* parent)
    : QWidget(parent), m_commands(commands), m_filter(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(8);
    m_filter->setObjectName("keyFilter");
    m_filter->setAccessibleName(tr("A few letters of a command"));
    m_filter->setPlaceholderText(tr("A few letters of a command"));
    m_filter->setClearButtonEnabled(true);
    rows->addWidget(m_filter);
    m_list->setObjectName("keyList");
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->header()->resizeSection(1, 220);
    rows->addWidget(m_list, 1);
    rows->addWidget(buildFoot());
    connect(m_filter, &QLineEdit::textChanged, this, &KeySettings::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        m_field->clear();
        ask({}, false);
    });
    connect(&m_commands, &CommandTable::keysChanged, this, &KeySettings::refresh);
    refresh();
}

QWidget* KeySettings::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* columns = new QHBoxLayout(foot);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(8);
    m_field = new KeyField(foot);
    m_field->setObjectName("keyField");
    m_field->setAccessibleName(tr("Press the new key here"));
    m_field->setPlaceholderText(tr("Press the new key here"));
    m_field->setFixedWidth(190);
    m_says = new QLabel(foot);
    m_says->setObjectName("keySays");
    m_says->setWordWrap(true);
    m_use = new QPushButton(tr("Take it over"), foot);
    m_use->setObjectName("takeKey");
    auto* none = new QPushButton(tr("No key"), foot);
    none->setObjectName("noKey");
    auto* reset = new QPushButton(tr("All as delivered"), foot);
    reset->setObjectName("resetKeys");
    columns->addWidget(m_field);
    columns->addWidget(m_says, 1);
    columns->addWidget(m_use);
    columns->addWidget(none);
    columns->addWidget(reset);
    m_use->hide();
    connect(m_field, &KeyField::recorded, this, &KeySettings::record);
    connect(m_use, &QPushButton::clicked, this, &KeySettings::use);
    connect(none, &QPushButton::clicked, this, [this] {
        if (!chosen().isEmpty())
            m_commands.setKeys(chosen(), {});
    });
    connect(reset, &QPushButton::clicked, &m_commands, &CommandTable::resetKeys);
    return foot;
}

QString KeySettings::chosen() const
{
    return m_list->currentItem() != nullptr ? m_list->currentItem()->data(0, idRole).toString() : QString();
}

void KeySettings::refresh()
{
    const QString before = chosen();
    m_list->clear();
    for (const auto group : allCommandGroups) {
        for (const auto& command : m_commands.commands()) {
            if (command.group != group)
                continue;
            QStringList keys;
            for (const auto& key : m_commands.keysOf(command.id))
                keys << key.toString(QKeySequence::NativeText);
            auto* item =
                new QTreeWidgetItem(m_list, {titleOf(group) + ": " + CommandTable::wordsOf(command), keys.join(", ")});
            item->setData(0, idRole, command.id);
            if (command.id == before)
                m_list->setCurrentItem(item);
        }
    }
    filter();
}

void KeySettings::filter()
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        auto* item = m_list->topLevelItem(row);
        item->setHidden(!fuzzyFit(m_filter->text(), item->text(0)));
    }
}

void KeySettings::record(const QKeySequence& key)
{
    m_key = key;
    const QString name = key.toString(QKeySequence::NativeText);
    if (chosen().isEmpty()) {
        ask(tr("Choose a command first."), false);
        return;
    }
    if (CommandTable::isReserved(key)) {
        ask(tr("%1 has a fixed meaning in the images.").arg(name), false);
        return;
    }
    const auto* holder = m_commands.holderOf(key);
    if (holder == nullptr || holder->id == chosen())
        use();
    else
        ask(tr("%1 is the key of “%2”.").arg(name, m_commands.textOf(holder->id)), true);
}

void KeySettings::use()
{
    m_commands.setKeys(chosen(), {m_key});
    ask(tr("Kept."), false);
}

void KeySettings::ask(const QString& text, bool mayUse)
{
    m_says->setText(text);
    m_use->setVisible(mayUse);
}

} // namespace foragrade
