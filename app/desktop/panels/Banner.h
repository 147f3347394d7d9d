#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace foragrade {

/// One line in the window that says what went wrong, to what, and what to do; stays until put away or replaced.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };

    explicit Banner(QWidget* parent = nullptr);
    void tell(const QString& message, Kind kind = Kind::Error);
    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    QLabel* m_text;
    Kind m_kind = Kind::Error;
};

} // namespace foragrade
