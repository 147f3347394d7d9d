#pragma once

#include "commands/Command.h"

#include <QObject>

#include <map>
#include <span>
#include <vector>

class QAction;
class QWidget;

namespace foragrade {

/// Everything that the window can be told, in one place: keys, menus, the page of keys and the palette all come from
/// here. Keys that the reader changed are kept in the settings.
class CommandTable : public QObject {
    Q_OBJECT
public:
    /// The commands' keys work anywhere in `window`.
    explicit CommandTable(QWidget* window);

    QAction* add(Command command); ///< Its id must be new.
    /// Puts the keys of the settings in place, once all commands were added. A chosen key wins over another command's
    /// delivered one.
    void loadKeys();

    [[nodiscard]] const std::vector<Command>& commands() const { return m_commands; }
    [[nodiscard]] const Command* find(const QString& id) const;   ///< nullptr when there is none.
    [[nodiscard]] QAction* action(const QString& id) const;       ///< Must be there.
    [[nodiscard]] static QString wordsOf(const Command& command); ///< In the reader's language.
    [[nodiscard]] QString textOf(const QString& id) const; ///< As it reads now: "Undo “Brush nerve root, L4-L5 right”"
    [[nodiscard]] QList<QKeySequence> keysOf(const QString& id) const;
    [[nodiscard]] QString keyOf(const QString& id) const; ///< The first one, as on the keyboard; may be empty.
    [[nodiscard]] static std::span<const Gesture> gestures();

    /// Who has the key now; nullptr when nobody.
    [[nodiscard]] const Command* holderOf(const QKeySequence& key) const;
    /// Keys that stand for something everywhere or in the panes and can't be given to a command.
    [[nodiscard]] static bool isReserved(const QKeySequence& key);
    /// Keeps them in the settings; another command that had one of them loses it.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    void resetKeys(); ///< All as delivered.

    void refresh();     ///< Asks every command anew whether it can be done.
    void retranslate(); ///< After another language was chosen.
    /// The widget's tool tip, now and later, with the command's key in brackets.
    void showKeyIn(QWidget* widget, const QString& id, const QString& tip);

signals:
    void keysChanged();

private:
    void takeFromOthers(const QString& id, const QList<QKeySequence>& keys);
    void quietPad(); ///< Digits of the number pad that nobody has do nothing, so that a slip grades nothing.
    void tellKeys();

    QWidget* m_window;
    std::vector<Command> m_commands;
    std::map<QString, QAction*> m_actions;
    QAction* m_quiet;
};

} // namespace foragrade
