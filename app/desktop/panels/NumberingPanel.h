#pragma once

#include "grading/anatomy/SpineNumbering.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace foragrade {

class ReadingDesk;

/// How the vertebrae are counted, and where names go when that changes; done as one step. Opens over the board.
class NumberingPanel : public QFrame {
    Q_OBJECT
public:
    explicit NumberingPanel(ReadingDesk& desk, QWidget* parent);
    void openAbove(QWidget* anchor);

private:
    void fill();
    void showConsequence();
    [[nodiscard]] grading::SpineNumbering chosen() const;
    [[nodiscard]] int shift() const;

    ReadingDesk& m_desk;
    QComboBox* m_lumbar;
    QComboBox* m_thoracic;
    QComboBox* m_transition;
    QComboBox* m_castellvi;
    QComboBox* m_countedFrom;
    QCheckBox* m_isUnsure;
    QComboBox* m_names;
    QLabel* m_consequence;
    QPushButton* m_apply;
};

/// "5 lumbar", "6 lumbar · L5 sacralised · unsure": what differs from the usual spine.
[[nodiscard]] QString describe(const grading::SpineNumbering& numbering);

} // namespace foragrade
