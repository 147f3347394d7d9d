#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QListView;

namespace foragrade {

class OpenStudy;
class SeriesModel;

/// The study's stacks with thumbnail, role, slices and what is odd about them.
class SeriesPanel : public QFrame {
    Q_OBJECT
public:
    explicit SeriesPanel(OpenStudy& study, QWidget* parent = nullptr);
    void offerStudies(bool isOffered); ///< By their patients' names; not where those are hidden.

signals:
    void chosen(const QString& stackId);
    void studyChosen(const QString& uid); ///< Of several in the folder.

private:
    void showNotes();
    void showStudies();

    OpenStudy& m_study;
    SeriesModel* m_model;
    QComboBox* m_studies; ///< Shown where the folder holds several.
    QListView* m_list;
    QLabel* m_notes; ///< What belongs to no one stack: files left out, copies, a localizer mixed in.
};

} // namespace foragrade
