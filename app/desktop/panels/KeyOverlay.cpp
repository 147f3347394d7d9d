#include "panels/KeyOverlay.h"

#include "commands/CommandTable.h"
#include "theme/Palette.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace foragrade {
namespace {

struct Line {
    QString keys;
    QString text;
    bool isEnabled = true;
};

struct Group {
    QString title;
    std::vector<Line> lines;
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

QString capital(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

/// "Shift+0", "Shift+1" become "Shift+0 1".
QString joined(const QStringList& keys)
{
    QString result = keys.value(0);
    const QString modifiers = result.left(result.lastIndexOf('+', result.size() - 2) + 1);
    for (qsizetype i = 1; i < keys.size(); ++i)
        result += ' ' + (keys[i].startsWith(modifiers) ? keys[i].mid(modifiers.size()) : keys[i]);
    return result;
}

/// The first keys of all commands of the line, then their second ones.
QString keysOf(const CommandTable& table, const std::vector<const Command*>& together)
{
    QStringList ways;
    for (qsizetype way = 0; way < 2; ++way) {
        QStringList keys;
        for (const auto* command : together)
            if (const auto own = table.keysOf(command->id); way < own.size())
                keys << own[way].toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            ways << joined(keys);
    }
    return ways.join(", ");
}

Line lineOf(const CommandTable& table, const Command& first)
{
    std::vector<const Command*> together{&first};
    for (const auto& other : table.commands())
        if (&other != &first && first.line != nullptr && other.line != nullptr &&
            QLatin1String(first.line) == QLatin1String(other.line))
            together.push_back(&other);
    const bool isEnabled = std::ranges::any_of(together, [](const auto* c) { return !c->isEnabled || c->isEnabled(); });
    QString text = translated(first.line != nullptr ? first.line : first.text).remove('&').remove(QStringLiteral(" …"));
    return {keysOf(table, together), capital(text), isEnabled};
}

std::vector<Group> groupsOf(const CommandTable& table)
{
    std::vector<Group> groups;
    for (const auto group : allCommandGroups) {
        Group made{titleOf(group), {}};
        QStringList said;
        for (const auto& command : table.commands()) {
            if (command.group != group || (command.line != nullptr && said.contains(command.line)))
                continue;
            said << command.line;
            if (auto line = lineOf(table, command); !line.keys.isEmpty())
                made.lines.push_back(std::move(line));
        }
        for (const auto& gesture : CommandTable::gestures())
            if (gesture.group == group)
                made.lines.push_back({translated(gesture.hand), capital(translated(gesture.text))});
        if (!made.lines.empty())
            groups.push_back(std::move(made));
    }
    return groups;
}

} // namespace

/// The groups one below the other, in as many columns as there is room for.
class KeyColumns : public QWidget {
public:
    using QWidget::QWidget;

    void show(std::vector<Group> groups)
    {
        m_groups = std::move(groups);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double column = (width() + gap) / static_cast<double>(columns);
        double lines = 0;
        for (const auto& group : m_groups)
            lines += static_cast<double>(group.lines.size()) + extraLines;
        const double line = std::clamp(height() / (lines / columns + 4), 14.0, 22.0);
        const double bottom = height() + line / 2;
        QPointF at(0, line);
        for (const auto& group : m_groups) {
            if (at.y() > line && at.y() + line * (static_cast<double>(group.lines.size()) + 1) > bottom)
                at = {at.x() + column, line};
            paintGroup(painter, group, at, column - gap, line);
            at.ry() += line * (static_cast<double>(group.lines.size()) + extraLines);
        }
    }

private:
    static constexpr int columns = 3;
    static constexpr double extraLines = 1.7; ///< A group's title and the space below it.
    static constexpr double gap = 28;

    void paintGroup(QPainter& painter, const Group& group, QPointF at, double wide, double line) const
    {
        QFont title = font();
        title.setPixelSize(11);
        title.setWeight(QFont::DemiBold);
        painter.setFont(title);
        painter.setPen(colours().accent);
        painter.drawText(at, group.title.toUpper());
        QFont plain = font();
        plain.setPixelSize(line < 18 ? 12 : 13);
        painter.setFont(plain);
        const QFontMetricsF metrics(plain);
        const double keyWidth = wide * 0.42;
        for (const auto& [keys, text, isEnabled] : group.lines) {
            at.ry() += line;
            painter.setPen(isEnabled ? colours().text : colours().muted);
            painter.drawText(at, metrics.elidedText(keys, Qt::ElideRight, keyWidth - 8));
            painter.setPen(colours().muted);
            painter.drawText(QPointF(at.x() + keyWidth, at.y()),
                             metrics.elidedText(text, Qt::ElideRight, wide - keyWidth));
        }
    }

    std::vector<Group> m_groups;
};

KeyOverlay::KeyOverlay(const CommandTable& commands, QWidget* window)
    : Sheet(window), m_commands(commands), m_columns(new KeyColumns(page()))
{
    setObjectName("keyOverlay");
    setPageSize({1320, 700});
    m_columns->setAttribute(Qt::WA_TransparentForMouseEvents);
    rows()->addWidget(m_columns, 1);
}

QString KeyOverlay::asText() const
{
    QStringList lines;
    for (const auto& group : groupsOf(m_commands))
        for (const auto& line : group.lines)
            lines << line.keys + ": " + line.text;
    return lines.join('\n');
}

void KeyOverlay::prepare()
{
    setTitle(tr("Keys"));
    m_columns->show(groupsOf(m_commands));
    setAccessibleDescription(asText());
}

void KeyOverlay::mousePressEvent(QMouseEvent*)
{
    close();
}

void KeyOverlay::keyPressEvent(QKeyEvent*)
{
    close();
}

} // namespace foragrade
