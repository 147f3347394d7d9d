#include "panels/ReasonEdit.h"

#include <QKeyEvent>

namespace foragrade {

QStringList ReasonEdit::ready()
{
    return {tr("marks don't show it"), tr("partial volume"), tr("seen on other images")};
}

QString ReasonEdit::readyInWords() const
{
    QStringList words;
    for (const auto& each : ready())
        words << QString("%1 %2").arg(words.size() + 1).arg(each);
    return words.join(" · ") + tr(" · or write");
}

void ReasonEdit::keyPressEvent(QKeyEvent* event)
{
    const auto which = event->key() - Qt::Key_1;
    if (!m_isOffered || !text().isEmpty() || which < 0 || which >= ready().size()) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    setText(ready().at(which));
    emit returnPressed();
}

} // namespace foragrade
