#pragma once

#include <algorithm>
#include <string>

namespace grading {

/// Which modality values are shown from black to white (PS3.3 C.11.2.1.2).
struct DisplayWindow {
    double center = 128;
    double width = 256; ///< At least 1e-6.

    bool operator==(const DisplayWindow&) const = default;
    [[nodiscard]] double lower() const { return center - width / 2; }
    [[nodiscard]] double upper() const { return center + width / 2; }
    /// 0 (black) … 1 (white).
    [[nodiscard]] double fraction(double value) const { return std::clamp((value - lower()) / width, 0.0, 1.0); }
};

/// One of the windows a file proposes.
struct NamedWindow {
    DisplayWindow window;
    std::string name; ///< "BRAIN", as the file explains it; may be empty.

    bool operator==(const NamedWindow&) const = default;
};

} // namespace grading
