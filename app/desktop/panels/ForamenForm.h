#pragma once

#include "grading/reading/ForamenReading.h"

#include <QFrame>

#include <array>
#include <functional>
#include <string>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace foragrade {

class EvidencePanel;
class ReadingDesk;
class ReasonEdit;
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
    void askReason();                 ///< Why the grade contradicts the findings: the keyboard goes to the field.
    void openField(const char* name); ///< "findings", "etiology", "contact", "quality", "meyerding": its menu.

signals:
    void reasonGiven(); ///< By Enter; the keyboard is free again.

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* buildFindings();
    [[nodiscard]] QWidget* buildGrade();
    [[nodiscard]] QLayout* buildTexts(QWidget* part);
    void refreshDecision();
    [[nodiscard]] QLayout* buildFields(QWidget* part); ///< The row of buttons; the others are placed by the caller.
    void fillFields();
    void refresh();
    void refreshGrade();
    void showTime();
    void enterReason();
    void change(const std::string& what, std::function<void(grading::ForamenReading&)> edit);
    void refreshFields();
    void showLists(const QStringList& findings, const QStringList& causes);

    ReadingDesk& m_desk;
    std::vector<QWidget*> m_ofReading; ///< Shown while one is open.
    QLabel* m_title;
    QLabel* m_time;
    SideCross* m_cross = nullptr;
    QCheckBox* m_noFat = nullptr;
    std::array<QToolButton*, 4> m_grades{};
    QToolButton* m_notGradable = nullptr;
    QToolButton* m_confidence = nullptr;
    QToolButton* m_findings = nullptr;
    QToolButton* m_etiology = nullptr;
    QToolButton* m_meyerding = nullptr; ///< Only with spondylolisthesis.
    QToolButton* m_contact = nullptr;
    QToolButton* m_quality = nullptr;
    QLabel* m_fieldText = nullptr; ///< Findings and causes in words.
    QLineEdit* m_comment = nullptr;
    QLineEdit* m_decision = nullptr; ///< Why an adjudicator decides so; hidden in other readings.
    ReasonEdit* m_reason = nullptr;  ///< Why it disagrees, or why it can't be graded.
    QLabel* m_reasonLabel = nullptr;
    EvidencePanel* m_evidence = nullptr;
    bool m_asksNotGradable = false;
};

} // namespace foragrade
