#pragma once

#include <QWidget>

namespace foragrade {

/// What stands in the middle while no study is open.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void setRecent(const QStringList& folders);

signals:
    void openRequested();
    void recentChosen(const QString& folder);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_recent;
};

} // namespace foragrade
