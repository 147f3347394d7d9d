#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace foragrade {

/// One line in the window that says what went wrong, to what, and what to do; stays until put away or replaced.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };
    struct Action {
        QString text;
        std::function<void()> run;
    };

    explicit Banner(QWidget* parent = nullptr);
    void tell(const QString& message, Kind kind = Kind::Error, const std::vector<Action>& actions = {});
    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    QLabel* m_text;
    QHBoxLayout* m_actions; ///< Before the button that puts it away.
    Kind m_kind = Kind::Error;
};

} // namespace foragrade
