#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace grading {
struct Foramen;
}

namespace foragrade {

class ReadingDesk;
struct SignSummary;

/// Before signing: what is missing and what contradicts itself, foramen by foramen, in the window. A click on a name
/// goes there; a contradiction takes its reason here. Follows the reading while it is open.
class SignPanel : public QFrame {
    Q_OBJECT
public:
    explicit SignPanel(ReadingDesk& desk, QWidget* parent = nullptr);
    void open();

signals:
    void readingSigned();

private:
    void refresh();
    void addContradictions(const SignSummary& summary);
    void addNames(const SignSummary& summary);

    ReadingDesk& m_desk;
    QLabel* m_title;
    QPushButton* m_sign;
    QScrollArea* m_scroll;
    QWidget* m_content = nullptr; ///< Made anew at each change.
};

} // namespace foragrade
