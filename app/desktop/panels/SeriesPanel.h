#pragma once

#include <QFrame>

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
    SeriesModel* m_model;
    QListView* m_list;
};

} // namespace foragrade
