#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace foragrade {

class CommandTable;

/// Every command by name: a few of its letters find it, Enter does it, Esc puts the list away. Shows each one's key, so
/// that the key is learnt by the way.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(CommandTable& commands, QWidget* window);
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();
    void close();
    bool takesKey(int key);

    CommandTable& m_commands;
    QLineEdit* m_typed;
    QListWidget* m_list;
    QPointer<QWidget> m_before; ///< What had the keyboard.
    QStringList m_used;         ///< Ids, the latest first.
};

} // namespace foragrade
