#pragma once

#include "grading/store/Worklist.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace foragrade {

class WorklistModel;

/// The reader's studies of a project in the order of reading. Shows no more of a study than the project's rules let its
/// reader see.
class WorklistDialog : public QDialog {
    Q_OBJECT
public:
    WorklistDialog(QString store, QString reader, QWidget* parent = nullptr);

    void refresh(); ///< From the store, the same project.

signals:
    void openRequested(const grading::WorklistEntry& entry);
    void agreementRequested(const QString& project);

private:
    void build();
    void showProject();
    [[nodiscard]] grading::Result<std::vector<grading::WorklistEntry>> entries() const;
    [[nodiscard]] bool beginDecision(const grading::WorklistEntry& entry); ///< False after saying why not.
    void openCurrent();
    void showFailure(const grading::Error& error);

    QString m_store;
    bool m_decides = false; ///< The reader adjudicates in the project.
    QString m_reader;
    WorklistModel* m_model;
    QComboBox* m_projects;
    QLabel* m_progress;
    QTableView* m_table;
    QPushButton* m_open;
    QPushButton* m_agreement;
};

} // namespace foragrade
