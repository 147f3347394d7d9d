#include "panels/ChoiceMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace foragrade {
namespace {

constexpr const char* keys = "123456789abcdefghij";

} // namespace

QAction* ChoiceMenu::addChoice(const QString& text, int value)
{
    const QChar key(keys[actions().size()]);
    auto* action = addAction(text + '\t' + key.toUpper());
    action->setCheckable(true);
    action->setData(value);
    return action;
}

void ChoiceMenu::take(QAction* action)
{
    action->trigger();
    if (!m_takesSeveral)
        close();
}

void ChoiceMenu::mouseReleaseEvent(QMouseEvent* event)
{
    auto* action = actionAt(event->position().toPoint());
    if (action != nullptr && action->isEnabled() && m_takesSeveral)
        take(action);
    else
        QMenu::mouseReleaseEvent(event);
}

void ChoiceMenu::keyPressEvent(QKeyEvent* event)
{
    const bool isTake =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (isTake && activeAction() != nullptr) {
        take(activeAction());
        return;
    }
    const auto index = event->text().isEmpty() ? -1 : QString(keys).indexOf(event->text().toLower());
    if (index >= 0 && index < actions().size())
        take(actions().at(index));
    else
        QMenu::keyPressEvent(event);
}

} // namespace foragrade
