#pragma once

#include <QFrame>

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

signals:
    void chosen(const QString& stackId);

private:
    void showNotes();

    OpenStudy& m_study;
    SeriesModel* m_model;
    QListView* m_list;
    QLabel* m_notes; ///< What belongs to no one stack: files left out, copies, a localizer mixed in.
};

} // namespace foragrade
