#pragma once

class QApplication;
class QFont;

namespace foragrade {

enum class Theme { Dark, Light };

[[nodiscard]] Theme currentTheme();

/// Sets style, fonts, palette and style sheet of the whole program.
void applyTheme(QApplication& application, Theme theme);

/// 12 px for text over images, 13 px forms, 15 px semibold headings; figures of equal width.
[[nodiscard]] QFont overlayFont();
[[nodiscard]] QFont headingFont();

} // namespace foragrade
