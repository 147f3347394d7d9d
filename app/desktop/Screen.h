#pragma once

#include <QString>

namespace foragrade {

/// Why no window can be opened here, before a QApplication is made; empty when one can.
[[nodiscard]] QString missingScreen();

} // namespace foragrade
