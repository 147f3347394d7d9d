#pragma once

namespace foragrade {

/// How marks are drawn over the images, in all panes.
struct MarkLook {
    double fill = 0.25; ///< Opacity 0…1 of the current foramen's.
    bool isLineOnly = false;

    [[nodiscard]] double effectiveFill() const { return isLineOnly ? 0 : fill; }
};

[[nodiscard]] const MarkLook& markLook();
void setMarkLook(MarkLook look); ///< Kept in the settings.

} // namespace foragrade
