#pragma once

#include <string>
#include <string_view>

namespace grading::report {

/// Text made fit for HTML and SVG content and for attributes in double quotes. Bytes that aren't UTF-8 and control
/// characters become U+FFFD.
[[nodiscard]] std::string escaped(std::string_view text);

/// A CSV field, quoted where it must be (RFC 4180 section 2). A field that a spreadsheet would take for a formula gets
/// an apostrophe before it.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace grading::report
