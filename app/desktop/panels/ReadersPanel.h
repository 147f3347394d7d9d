#pragma once

#include <QFrame>

class QLabel;

namespace foragrade {

class ReadingDesk;

/// What the readers whose readings an adjudication rests on said of the current foramen; hidden for other readings.
class ReadersPanel : public QFrame {
    Q_OBJECT
public:
    explicit ReadersPanel(ReadingDesk& desk, QWidget* parent = nullptr);

private:
    void refresh();

    ReadingDesk& m_desk;
    QLabel* m_text;
};

} // namespace foragrade
