#pragma once

#include "panels/Sheet.h"

namespace foragrade {

/// What this program is, under which licence, and the versions of what it stands on.
class AboutBox : public Sheet {
    Q_OBJECT
public:
    explicit AboutBox(QWidget* window);
};

} // namespace foragrade
