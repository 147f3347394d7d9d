#pragma once

#include <QMenu>

namespace foragrade {

/// Choices by mouse, arrows or their own key (1–9, then letters). A menu of several stays open until Esc.
class ChoiceMenu : public QMenu {
    Q_OBJECT
public:
    ChoiceMenu(bool takesSeveral, QWidget* parent) : QMenu(parent), m_takesSeveral(takesSeveral) {}

    QAction* addChoice(const QString& text, int value); ///< `value` is the action's data.

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void take(QAction* action);

    bool m_takesSeveral;
};

} // namespace foragrade
