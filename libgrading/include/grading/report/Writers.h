#pragma once

#include "grading/report/Drawing.h"
#include "grading/report/Report.h"

#include <string>

namespace grading::report {

/// One row a foramen as RFC 4180 CSV: UTF-8 without a byte order mark, CR LF, a header line. docs/08-reports.md
/// describes each column. Numbers have a decimal point whatever the locale; what isn't known is empty.
[[nodiscard]] std::string toCsv(const Report& report);

/// One self-contained page: no script, nothing loaded from elsewhere, every inserted text escaped. Prints on A4 and
/// Letter.
[[nodiscard]] std::string toHtml(const Report& report);

/// A figure as an SVG element to stand inside HTML; `insert` is put, unescaped, below the figure's own items.
[[nodiscard]] std::string toSvg(const Drawing& drawing, const std::string& insert = {});

/// An 8-bit grey picture as the bytes of a PNG file.
[[nodiscard]] std::string toPng(const KeyImage& image);

} // namespace grading::report
