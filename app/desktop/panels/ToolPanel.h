#pragma once

#include "study/ToolSettings.h"

#include <QFrame>

#include <map>

class QLabel;
class QPushButton;

namespace foragrade {

class ReadingDesk;

/// The tools and structures with their keys, and the brush's size.
class ToolPanel : public QFrame {
    Q_OBJECT
public:
    explicit ToolPanel(ReadingDesk& desk, QWidget* parent = nullptr);

private:
    void refresh();

    ReadingDesk& m_desk;
    std::map<ToolKind, QPushButton*> m_tools;
    std::map<grading::Structure, QPushButton*> m_structures;
    QLabel* m_size;
};

/// "brush 3 mm · nerve root"
[[nodiscard]] QString describe(const ToolSettings& tool);

} // namespace foragrade
