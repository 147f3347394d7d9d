#pragma once

#include <QFrame>

class QListWidget;
class QListWidgetItem;
class QLabel;

namespace foragrade {

class ReadingDesk;

/// Every step of the reading by name since it was opened, the latest at the top; those taken back are fainter. A click
/// or Enter goes there.
class HistoryPanel : public QFrame {
    Q_OBJECT
public:
    explicit HistoryPanel(ReadingDesk& desk, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void goTo(const QListWidgetItem* item);

    ReadingDesk& m_desk;
    QListWidget* m_list;
    QLabel* m_hint;
};

} // namespace foragrade
