#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace foragrade {

/// Takes the next key that is pressed, with what is held with it.
class KeyField : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyField(QWidget* parent = nullptr);

signals:
    void recorded(const QKeySequence& key);

protected:
    bool event(QEvent* event) override;
};

} // namespace foragrade
