#include "commands/Fuzzy.h"

#include <algorithm>
#include <vector>

namespace foragrade {
namespace {

constexpr int perLetter = 1;
constexpr int atWordStart = 8;
constexpr int afterLetter = 9; ///< More than a word's start: a part of one word before the initials of several.
constexpr int never = -1'000'000;

} // namespace

/// The best of all ways to find the letters: best[i] is that of the letters so far with the last at text[i].
std::optional<int> fuzzyFit(const QString& typed, const QString& text)
{
    const QString wanted = QString(typed).remove(' ').toCaseFolded();
    const QString held = text.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    if (held.isEmpty())
        return std::nullopt;
    const auto size = static_cast<std::size_t>(held.size());
    std::vector<int> best(size, never);
    for (qsizetype letter = 0; letter < wanted.size(); ++letter) {
        std::vector<int> next(size, never);
        int before = letter == 0 ? 0 : never; // the best that ends anywhere ahead of here
        for (std::size_t i = 0; i < size; ++i) {
            const auto at = static_cast<qsizetype>(i);
            if (held[at] == wanted[letter]) {
                const bool isStart = i == 0 || !held[at - 1].isLetterOrNumber();
                int value = before + perLetter + (isStart ? atWordStart : 0);
                if (letter > 0 && i > 0)
                    value = std::max(value, best[i - 1] + perLetter + afterLetter);
                next[i] = value;
            }
            if (letter > 0)
                before = std::max(before, best[i]);
        }
        best = std::move(next);
    }
    const int found = *std::ranges::max_element(best);
    return found > 0 ? std::optional(found) : std::nullopt;
}

} // namespace foragrade
