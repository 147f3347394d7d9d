#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <array>
#include <functional>

namespace foragrade {

enum class CommandGroup { Study, Foramina, Findings, Marking, EditMarks, Images, Window };

inline constexpr std::array<CommandGroup, 7> allCommandGroups{
    CommandGroup::Study,     CommandGroup::Foramina, CommandGroup::Findings, CommandGroup::Marking,
    CommandGroup::EditMarks, CommandGroup::Images,   CommandGroup::Window};
[[nodiscard]] QString titleOf(CommandGroup group);

/// Something that the window can be told by key, by menu or by name.
struct Command {
    QString id; ///< "tool.brush": its name in the settings, never shown.
    CommandGroup group = CommandGroup::Window;
    const char* text = "";    ///< English, marked with QT_TRANSLATE_NOOP("Command", …); & before a menu's letter.
    QList<QKeySequence> keys; ///< As delivered; the first is the one shown.
    std::function<void()> run;
    std::function<bool()> isEnabled = {}; ///< Empty: always.
    /// On the page of keys, commands with the same line share it: "0 1 2 3  grade and go on". Marked like `text`;
    /// nullptr: a line of its own.
    const char* line = nullptr;
};

/// What hand and keys do that no command is: keys that are held or belong to what has the keyboard, and the mouse.
struct Gesture {
    CommandGroup group;
    const char* hand; ///< "Right drag"; marked like Command::text
    const char* text;
};

} // namespace foragrade
