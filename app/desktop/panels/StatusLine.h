#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace foragrade {

/// The window's last line: the tool in hand, what undo would take back, what is being waited for with a way out.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setHint(const QString& hint);
    void setHistory(const QString& undoName, const QString& undoKey);
    void setKeysKey(const QString& key);
    void setProgress(const QString& what, double fraction); ///< Empty `what`: nothing is waited for.

signals:
    void cancelRequested();
    void historyRequested();
    void keysRequested();

private:
    QLabel* m_hint;
    QPushButton* m_history;
    QLabel* m_what;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_keys;
};

} // namespace foragrade
