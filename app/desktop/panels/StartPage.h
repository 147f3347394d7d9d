#pragma once

#include "models/RecentStudies.h"

#include <QWidget>

namespace foragrade {

/// What stands in the middle while no study is open.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const std::vector<RecentStudy>& studies);

signals:
    void openFolderRequested();
    void openFilesRequested();
    void worklistRequested();
    void recentChosen(const QStringList& paths);
    void forgetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_recent;
};

} // namespace foragrade
