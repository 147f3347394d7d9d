#pragma once

#include "panels/Sheet.h"

namespace foragrade {

class CommandTable;
class KeyColumns;

/// Every key as it is set now, on one page over the window; any key or click puts it away.
class KeyOverlay : public Sheet {
    Q_OBJECT
public:
    KeyOverlay(const CommandTable& commands, QWidget* window);
    [[nodiscard]] QString asText() const; ///< The page, a line each: "0 1 2 3: grade and go on".

protected:
    void prepare() override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const CommandTable& m_commands;
    KeyColumns* m_columns;
};

} // namespace foragrade
