#pragma once

#include <QFrame>

#include <array>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace foragrade {

class FatRoseView;
class ReadingDesk;
class SideCross;

/// All that the reader says of the current foramen, and what was measured of it. Shows the reading, never itself.
class ForamenForm : public QFrame {
    Q_OBJECT
public:
    explicit ForamenForm(ReadingDesk& desk, QWidget* parent = nullptr);
    [[nodiscard]] SideCross& cross() { return *m_cross; }
    void grade(int digit); ///< Sets it, or takes it back when it is that already.
    void raiseConfidence();
    void editNotGradable();
    void editComment();

private:
    [[nodiscard]] QWidget* buildFindings();
    [[nodiscard]] QWidget* buildGrade();
    [[nodiscard]] QWidget* buildMeasured();
    void buildMenus();
    void refresh();
    void refreshGrade();
    void refreshMeasured();
    void enterReason();
    void toggleFinding(int finding, bool isOn);

    ReadingDesk& m_desk;
    QLabel* m_title;
    SideCross* m_cross = nullptr;
    QCheckBox* m_noFat = nullptr;
    std::array<QToolButton*, 4> m_grades{};
    QToolButton* m_notGradable = nullptr;
    QToolButton* m_confidence = nullptr;
    QToolButton* m_findings = nullptr;
    QMenu* m_findingMenu = nullptr;
    QLabel* m_findingText = nullptr;
    QLineEdit* m_comment = nullptr;
    QLineEdit* m_reason = nullptr; ///< Why it disagrees, or why it can't be graded.
    QLabel* m_reasonLabel = nullptr;
    FatRoseView* m_rose = nullptr;
    QLabel* m_measured = nullptr;
    bool m_asksNotGradable = false;
};

} // namespace foragrade
