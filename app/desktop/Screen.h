#pragma once

#include <QString>

namespace foragrade {

/// Why no window can be opened here, before a QApplication is made; empty when one can.
[[nodiscard]] QString missingScreen();

/// Why images can't be drawn on this screen (OpenGL 3.2 is needed), with a QApplication; empty when they can.
[[nodiscard]] QString missingOpenGL();

} // namespace foragrade
