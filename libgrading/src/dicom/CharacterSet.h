#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Converts text by the defined terms of Specific Character Set (0008,0005), first value first (PS3.3 C.12.1.1.2, PS3.5
/// section 6.1), code extensions by escape sequences included, to UTF-8. Never fails: a byte that means nothing
/// becomes U+FFFD. Text without a declared set that is UTF-8 stays as it is.
[[nodiscard]] std::string toUtf8(std::string_view text, const std::vector<std::string>& definedTerms);

} // namespace grading
