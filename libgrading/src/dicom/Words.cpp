#include "Words.h"

#include <algorithm>
#include <cctype>

namespace grading {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    return lower;
}

bool hasWord(std::string_view lower, std::string_view word)
{
    const auto isLetter = [](char character) { return std::isalpha(static_cast<unsigned char>(character)) != 0; };
    const auto isDigit = [](char character) { return std::isdigit(static_cast<unsigned char>(character)) != 0; };
    for (std::size_t at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool startsFree = at == 0 || !isLetter(lower[at - 1]);
        const bool endsFree =
            end == lower.size() || !(isLetter(lower[end]) || (isDigit(word.back()) && isDigit(lower[end])));
        if (startsFree && endsFree)
            return true;
    }
    return false;
}

bool hasAnyWord(std::string_view lower, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return hasWord(lower, word); });
}

} // namespace grading
