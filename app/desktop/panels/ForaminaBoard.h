#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;

namespace foragrade {

class ForaminaModel;
class NumberingPanel;
class ReadingDesk;

/// Level by side, each with its grade; a click goes there.
class ForaminaBoard : public QFrame {
    Q_OBJECT
public:
    explicit ForaminaBoard(ReadingDesk& desk, QWidget* parent = nullptr);
    void openNumbering();

private:
    void refresh();

    ReadingDesk& m_desk;
    ForaminaModel* m_model;
    QTableView* m_table;
    QLabel* m_summary;
    QPushButton* m_numbering;
    NumberingPanel* m_numberingPanel;
};

} // namespace foragrade
