#pragma once

#include <QKeySequence>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace foragrade {

class CommandTable;
class KeyField;

/// Every command with its keys, which can be changed here. A key that another command has is said before it is taken.
class KeySettings : public QWidget {
    Q_OBJECT
public:
    explicit KeySettings(CommandTable& commands, QWidget* parent = nullptr);
    void refresh();

private:
    [[nodiscard]] QWidget* buildFoot();
    [[nodiscard]] QString chosen() const; ///< The command's id; empty for none.
    void filter();
    void record(const QKeySequence& key);
    void use();
    void ask(const QString& text, bool mayUse);

    CommandTable& m_commands;
    QLineEdit* m_filter;
    QTreeWidget* m_list;
    KeyField* m_field = nullptr;
    QLabel* m_says = nullptr;
    QPushButton* m_use = nullptr;
    QKeySequence m_key; ///< Recorded, not yet the command's.
};

} // namespace foragrade
