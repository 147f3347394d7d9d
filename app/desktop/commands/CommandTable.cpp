#include "commands/CommandTable.h"

#include "grading/base/Contract.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace foragrade {
namespace {

constexpr const char* settingsGroup = "keys/";

QString translated(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

} // namespace

QString titleOf(CommandGroup group)
{
    static constexpr std::array<const char*, allCommandGroups.size()> titles{
        QT_TRANSLATE_NOOP("Command", "Study"),      QT_TRANSLATE_NOOP("Command", "Foramina"),
        QT_TRANSLATE_NOOP("Command", "Findings"),   QT_TRANSLATE_NOOP("Command", "Marking"),
        QT_TRANSLATE_NOOP("Command", "Edit marks"), QT_TRANSLATE_NOOP("Command", "Images"),
        QT_TRANSLATE_NOOP("Command", "Window")};
    return translated(titles.at(static_cast<std::size_t>(group)));
}

CommandTable::CommandTable(QWidget* window) : QObject(window), m_window(window), m_quiet(new QAction(this))
{
    m_window->addAction(m_quiet);
}

QAction* CommandTable::add(Command command)
{
    GRADING_EXPECTS(find(command.id) == nullptr);
    auto* action = new QAction(translated(command.text), this);
    action->setObjectName(command.id);
    action->setShortcuts(command.keys);
    connect(action, &QAction::triggered, this, [run = command.run, isEnabled = command.isEnabled] {
        if (!isEnabled || isEnabled())
            run();
    });
    m_window->addAction(action);
    m_actions[command.id] = action;
    m_commands.push_back(std::move(command));
    return action;
}

void CommandTable::loadKeys()
{
    const QSettings settings;
    for (const auto& command : m_commands) {
        const QString key = settingsGroup + command.id;
        if (!settings.contains(key))
            continue;
        QList<QKeySequence> keys;
        for (const auto& text : settings.value(key).toStringList()) {
            const auto sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
            if (!sequence.isEmpty() && !isReserved(sequence))
                keys << sequence;
        }
        takeFromOthers(command.id, keys);
        action(command.id)->setShortcuts(keys);
    }
    quietPad();
    emit keysChanged();
}

const Command* CommandTable::find(const QString& id) const
{
    const auto found = std::ranges::find(m_commands, id, &Command::id);
    return found == m_commands.end() ? nullptr : &*found;
}

QAction* CommandTable::action(const QString& id) const
{
    const auto found = m_actions.find(id);
    GRADING_EXPECTS(found != m_actions.end());
    return found->second;
}

QString CommandTable::wordsOf(const Command& command)
{
    return translated(command.text).remove('&');
}

QString CommandTable::textOf(const QString& id) const
{
    return action(id)->text().remove('&');
}

QList<QKeySequence> CommandTable::keysOf(const QString& id) const
{
    return action(id)->shortcuts();
}

QString CommandTable::keyOf(const QString& id) const
{
    return action(id)->shortcut().toString(QKeySequence::NativeText);
}

std::span<const Gesture> CommandTable::gestures()
{
    static constexpr std::array all{
        Gesture{CommandGroup::Foramina, "Tab", QT_TRANSLATE_NOOP("Command", "next foramen not graded")},
        Gesture{CommandGroup::Findings, QT_TRANSLATE_NOOP("Command", "Enter"),
                QT_TRANSLATE_NOOP("Command", "sides and root as measured")},
        Gesture{CommandGroup::Marking, "Ctrl", QT_TRANSLATE_NOOP("Command", "erases while held")},
        Gesture{CommandGroup::Marking, QT_TRANSLATE_NOOP("Command", "Enter, Esc"),
                QT_TRANSLATE_NOOP("Command", "take or drop what is shown")},
        Gesture{CommandGroup::Marking, QT_TRANSLATE_NOOP("Command", "H held"),
                QT_TRANSLATE_NOOP("Command", "hides marks")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Wheel, Page keys"),
                QT_TRANSLATE_NOOP("Command", "slices")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Right drag"),
                QT_TRANSLATE_NOOP("Command", "window and level")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Right click"),
                QT_TRANSLATE_NOOP("Command", "menu: presets, series, layout")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Middle, Space + drag"),
                QT_TRANSLATE_NOOP("Command", "zoom, pan")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Shift + click"),
                QT_TRANSLATE_NOOP("Command", "all panes to that place")},
        Gesture{CommandGroup::Images, QT_TRANSLATE_NOOP("Command", "Double click"),
                QT_TRANSLATE_NOOP("Command", "one pane alone and back")},
    };
    return all;
}

const Command* CommandTable::holderOf(const QKeySequence& key) const
{
    const auto found = std::ranges::find_if(m_commands, [&](const auto& c) { return keysOf(c.id).contains(key); });
    return found == m_commands.end() ? nullptr : &*found;
}

bool CommandTable::isReserved(const QKeySequence& key)
{
    static constexpr std::array<Qt::Key, 13> keys{Qt::Key_H,        Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Return,
                                                  Qt::Key_Enter,    Qt::Key_Escape, Qt::Key_Space,   Qt::Key_PageUp,
                                                  Qt::Key_PageDown, Qt::Key_Home,   Qt::Key_End,     Qt::Key_Delete,
                                                  Qt::Key_Backspace};
    return key.count() > 1 || std::ranges::any_of(keys, [&](Qt::Key k) { return key == QKeySequence(k); });
}

void CommandTable::setKeys(const QString& id, const QList<QKeySequence>& keys)
{
    takeFromOthers(id, keys);
    action(id)->setShortcuts(keys);
    tellKeys();
}

void CommandTable::resetKeys()
{
    for (const auto& command : m_commands)
        action(command.id)->setShortcuts(command.keys);
    tellKeys();
}

void CommandTable::takeFromOthers(const QString& id, const QList<QKeySequence>& keys)
{
    for (const auto& [other, action] : m_actions) {
        if (other == id)
            continue;
        auto left = action->shortcuts();
        if (left.removeIf([&](const QKeySequence& key) { return keys.contains(key); }) > 0)
            action->setShortcuts(left);
    }
}

/// The settings hold what differs from the delivered keys and nothing else.
void CommandTable::tellKeys()
{
    QSettings settings;
    for (const auto& command : m_commands) {
        const auto keys = keysOf(command.id);
        QStringList texts;
        for (const auto& key : keys)
            texts << key.toString(QKeySequence::PortableText);
        if (keys == command.keys)
            settings.remove(settingsGroup + command.id);
        else
            settings.setValue(settingsGroup + command.id, texts);
    }
    quietPad();
    emit keysChanged();
}

void CommandTable::quietPad()
{
    QList<QKeySequence> unused;
    for (int digit = 0; digit <= 9; ++digit) {
        const QKeySequence key(Qt::KeypadModifier | static_cast<Qt::Key>(Qt::Key_0 + digit));
        if (holderOf(key) == nullptr)
            unused << key;
    }
    m_quiet->setShortcuts(unused);
}

void CommandTable::refresh()
{
    for (const auto& command : m_commands)
        action(command.id)->setEnabled(!command.isEnabled || command.isEnabled());
}

void CommandTable::retranslate()
{
    for (const auto& command : m_commands)
        action(command.id)->setText(translated(command.text));
    emit keysChanged();
}

void CommandTable::showKeyIn(QWidget* widget, const QString& id, const QString& tip)
{
    const auto show = [this, widget, id, tip] {
        const QString key = keyOf(id);
        widget->setToolTip(key.isEmpty() ? tip : QString("%1 (%2)").arg(tip, key));
    };
    connect(this, &CommandTable::keysChanged, widget, show);
    show();
}

} // namespace foragrade
