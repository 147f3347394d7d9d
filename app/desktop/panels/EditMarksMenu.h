#pragma once

#include <QMenu>

class QDoubleSpinBox;

namespace foragrade {

class CommandTable;
class ReadingDesk;

/// What can be done to marks that are there, with the sizes that it is done by.
class EditMarksMenu : public QMenu {
    Q_OBJECT
public:
    EditMarksMenu(ReadingDesk& desk, CommandTable& commands, QWidget* parent);

private:
    QDoubleSpinBox* addSize(const QString& text, const QString& unit, double largest);
    void showSizes();

    ReadingDesk& m_desk;
    QDoubleSpinBox* m_margin = nullptr;
    QDoubleSpinBox* m_island = nullptr;
};

} // namespace foragrade
