#pragma once

#include <QLineEdit>
#include <QStringList>

namespace foragrade {

/// A field for a reason. While it is empty, the digits 1, 2, … take ready ones; everything else is written.
class ReasonEdit : public QLineEdit {
    Q_OBJECT
public:
    using QLineEdit::QLineEdit;

    void offerReady(bool isOffered) { m_isOffered = isOffered; }
    [[nodiscard]] QString readyInWords() const; ///< "1 …, 2 …, or write", for an empty field.

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] static QStringList ready();

    bool m_isOffered = false;
};

} // namespace foragrade
