#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace grading {

/// ASCII letters lowered; other bytes stay.
[[nodiscard]] std::string lowerCase(std::string_view text);

/// `lower` has `word` not inside a longer run of letters: "t1" is in "sag_t1_tse", not in "st10".
[[nodiscard]] bool hasWord(std::string_view lower, std::string_view word);
[[nodiscard]] bool hasAnyWord(std::string_view lower, std::initializer_list<std::string_view> words);

} // namespace grading
