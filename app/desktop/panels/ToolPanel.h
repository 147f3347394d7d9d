#pragma once

#include "study/ToolSettings.h"

#include <QFrame>

#include <map>

class QLabel;
class QPushButton;
class QSlider;

namespace foragrade {

class CommandTable;
class ReadingDesk;

/// The tools and structures with their keys, and the brush's size.
class ToolPanel : public QFrame {
    Q_OBJECT
public:
    ToolPanel(ReadingDesk& desk, CommandTable& commands, QWidget* parent = nullptr);
    void openEditMenu();
    void refresh();

signals:
    void lookChanged(); ///< Marks are to be painted anew.

private:
    [[nodiscard]] QWidget* buildMenus();
    [[nodiscard]] QWidget* buildLook();
    [[nodiscard]] QPushButton* addButton(const QString& id);
    void showKeys();

    ReadingDesk& m_desk;
    CommandTable& m_commands;
    std::map<ToolKind, QPushButton*> m_tools;
    std::map<grading::Structure, QPushButton*> m_structures;
    QLabel* m_size;
    QPushButton* m_more = nullptr;
    QPushButton* m_edit = nullptr;
    QSlider* m_fill = nullptr;
    QPushButton* m_lines = nullptr;
};

/// "brush 3 mm · nerve root"
[[nodiscard]] QString describe(const ToolSettings& tool);

} // namespace foragrade
