#pragma once

#include "models/ReaderWorklist.h"

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
    void openCurrent();
    void showFailure(const grading::Error& error);

    ReaderWorklist m_list;
    WorklistModel* m_model;
    QComboBox* m_projects;
    QLabel* m_progress;
    QTableView* m_table;
    QPushButton* m_open;
    QPushButton* m_agreement;
};

} // namespace foragrade
