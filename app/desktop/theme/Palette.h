#pragma once

#include "grading/marks/Structure.h"

#include <QColor>
#include <QPen>

namespace foragrade {

/// Every colour of the window, by its use. Text on its ground meets WCAG AA in both themes.
struct Palette {
    QColor window;
    QColor panel;
    QColor raised; ///< Buttons and fields on a panel.
    QColor hover;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent; ///< Text on the accent and on grade colours.
    QColor warning;
    QColor danger;
    QColor success;
    bool isDark = true;
};

[[nodiscard]] const Palette& darkPalette();
[[nodiscard]] const Palette& lightPalette();

/// The one in use; set by `applyTheme`.
[[nodiscard]] const Palette& colours();

/// Grade 0–3; the same in both themes, always shown with the digit.
[[nodiscard]] QColor gradeColour(int grade);
[[nodiscard]] QColor gradeInk(int grade); ///< For the digit on it.

/// Okabe-Ito colours, told apart without colour by the line: solid, dashed, dotted. Width in device-independent pixels.
[[nodiscard]] QColor structureColour(grading::Structure structure);
[[nodiscard]] QPen structurePen(grading::Structure structure, double width = 1.5);

} // namespace foragrade
