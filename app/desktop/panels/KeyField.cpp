#include "panels/KeyField.h"

#include <QKeyEvent>

namespace foragrade {
namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

/// As QKeySequenceEdit has it: Shift counts with letters, digits and what has no sign, not where it makes another sign.
QKeySequence sequenceOf(const QKeyEvent& event)
{
    auto modifiers = event.modifiers();
    const QString text = event.text();
    if (!text.isEmpty() && text[0].isPrint() && !text[0].isLetterOrNumber() && !text[0].isSpace())
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(static_cast<int>(modifiers) | event.key());
}

} // namespace

KeyField::KeyField(QWidget* parent) : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
}

bool KeyField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QLineEdit::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    if (isTab || key->key() == Qt::Key_Escape || key->key() == Qt::Key_unknown)
        return QLineEdit::event(event); // the way out
    if (!isModifier(key->key())) {
        const auto sequence = sequenceOf(*key);
        setText(sequence.toString(QKeySequence::NativeText));
        emit recorded(sequence);
    }
    event->accept();
    return true;
}

} // namespace foragrade
