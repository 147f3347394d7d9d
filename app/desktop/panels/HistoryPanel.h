#pragma once

#include "grading/base/Timestamp.h"

#include <QFrame>
#include <QStringList>

#include <optional>

class QListWidget;
class QListWidgetItem;
class QLabel;

namespace foragrade {

class ReadingDesk;

/// Every step of the reading by name since it was opened, the latest at the top; those taken back are fainter. A click
/// or Enter goes there. Below stand the steps of earlier sittings with their times, as the store's log has them, which
/// can't be gone to; none where the log is hidden from the reader.
class HistoryPanel : public QFrame {
    Q_OBJECT
public:
    explicit HistoryPanel(ReadingDesk& desk, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void addEarlier();
    void goTo(const QListWidgetItem* item);
    [[nodiscard]] QStringList earlierSteps() const; ///< The latest first.

    ReadingDesk& m_desk;
    QListWidget* m_list;
    QLabel* m_hint;
    grading::Timestamp m_opened{};
    std::optional<QStringList> m_earlier; ///< Once looked up.
};

} // namespace foragrade
