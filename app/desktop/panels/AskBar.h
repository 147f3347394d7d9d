#pragma once

#include "study/Question.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace foragrade {

/// A question in the window, above its last line; nothing is blocked while it stands.
class AskBar : public QFrame {
    Q_OBJECT
public:
    explicit AskBar(QWidget* parent = nullptr);
    void ask(const Question& question);

private:
    QLabel* m_text;
    QHBoxLayout* m_answers;
};

} // namespace foragrade
