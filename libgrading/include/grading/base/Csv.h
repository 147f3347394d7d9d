#pragma once

#include "grading/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// One record of a CSV file.
struct CsvRecord {
    int line = 0; ///< Where it begins, from 1.
    std::vector<std::string> fields;
};

/// RFC 4180: comma, double quotes, LF or CRLF; a leading byte order mark is dropped, blank lines are skipped, blanks
/// around unquoted fields too. Unreadable names `subject` and the line when a quote isn't closed or stands inside a
/// field.
[[nodiscard]] Result<std::vector<CsvRecord>> parseCsv(std::string_view text, const std::string& subject);

/// The text as one field, quoted where RFC 4180 asks for it.
[[nodiscard]] std::string csvField(std::string_view text);

} // namespace grading
