#pragma once

#include "grading/dashboard/AgreementDashboard.h"
#include "study/Background.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace foragrade {

class DrawingView;

/// How well a project's readers agree: a table by level and side, the confusion of each pair of readers, a forest plot,
/// and how their marks overlap. First readings only. Computed in the background.
class AgreementDialog : public QDialog {
    Q_OBJECT
public:
    AgreementDialog(const QString& store, const QString& reader, const QString& project, QWidget* parent = nullptr);

    [[nodiscard]] bool isReady() const { return m_dashboard.has_value(); }
    [[nodiscard]] QString message() const; ///< What went wrong, or where the files are; empty else.
    void exportTo(const QString& folder);

signals:
    void computed(); ///< Or failed to be.

protected:
    void changeEvent(QEvent* event) override; ///< The theme may change.

private:
    void build();
    void compute(const QString& store, const QString& reader, const QString& project);
    void take(grading::AgreementDashboard dashboard);
    /// With titles in the window's language.
    [[nodiscard]] std::vector<grading::ForestRow> forestRows() const;
    void fillTable();
    void drawFigures();
    void chooseFolder();

    Background m_background;
    std::optional<grading::AgreementDashboard> m_dashboard;
    QLabel* m_summary;
    QLabel* m_message;
    QComboBox* m_pairs;
    QTableWidget* m_table;
    DrawingView* m_confusion;
    DrawingView* m_forest;
    DrawingView* m_dice;
    QPushButton* m_export;
};

} // namespace foragrade
