#include "TextCleaning.h"

#include "ConfidentialityProfile.h"

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace grading {

namespace {

constexpr std::size_t longestNumber = 3;
constexpr int mostNumbers = 2;
constexpr std::size_t shortestUid = 12;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

const std::unordered_set<std::string>& words()
{
    static const auto all = [] {
        std::unordered_set<std::string> set;
        std::istringstream in{std::string(imagingVocabulary())};
        for (std::string word; in >> word;)
            set.insert(word);
        return set;
    }();
    return all;
}

bool isNumber(std::string_view part)
{
    return !part.empty() && std::ranges::all_of(part, isDigit);
}

/// "l4", "th12"; "3mm".
bool isVertebraOrLength(const std::string& part)
{
    const auto digits = std::ranges::find_if(part, isDigit);
    const std::string letters(part.begin(), digits);
    const std::string rest(digits, part.end());
    if (!letters.empty())
        return isNumber(rest) && rest.size() <= 2 &&
               (letters == "c" || letters == "t" || letters == "th" || letters == "l" || letters == "s");
    const auto unit = std::ranges::find_if_not(rest, isDigit);
    const std::string number(rest.begin(), unit);
    const std::string name(unit, rest.end());
    return number.size() <= longestNumber && (name == "mm" || name == "cm" || name == "ms" || name == "t");
}

/// Judges the parts of one word between punctuation. `numbers` counts through a whole text.
bool isKnownWord(const std::string& folded, int& numbers)
{
    int found = 0;
    std::string part;
    const auto isKnown = [&] {
        if (part.empty() || words().contains(part) || isVertebraOrLength(part))
            return true;
        if (!isNumber(part) || part.size() > longestNumber)
            return false;
        ++found;
        return numbers + found <= mostNumbers;
    };
    for (const char c : folded) {
        if (isDigit(c) || isLetter(c)) {
            part += c;
            continue;
        }
        if (!isKnown())
            return false;
        part.clear();
    }
    if (!isKnown())
        return false;
    numbers += found;
    return true;
}

} // namespace

std::string foldedCase(std::string_view utf8)
{
    std::string folded(utf8);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        auto& c = folded[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
        else if (i > 0 && folded[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
            c = static_cast<char>(byte + 0x20); // À to Þ
    }
    return folded;
}

bool isVocabulary(std::string_view utf8)
{
    std::istringstream in(foldedCase(utf8));
    int numbers = 0;
    for (std::string word; in >> word;) {
        if (!isKnownWord(word, numbers))
            return false;
    }
    return true;
}

std::string vocabularyOf(std::string_view utf8)
{
    std::istringstream in{std::string(utf8)};
    std::string kept;
    int numbers = 0;
    for (std::string word; in >> word;) {
        if (isKnownWord(foldedCase(word), numbers))
            kept += (kept.empty() ? "" : " ") + word;
    }
    return kept;
}

std::string withMappedUids(std::string_view utf8, const Pseudonyms& pseudonyms)
{
    std::string mapped;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto end = std::min(utf8.find_first_not_of("0123456789.", at), utf8.size());
        auto token = utf8.substr(at, end - at);
        std::string_view dots;
        if (token.ends_with('.')) { // of the sentence
            const auto last = token.find_last_not_of('.') + 1;
            dots = token.substr(last);
            token = token.substr(0, last);
        }
        const Uid uid{std::string(token)};
        const bool isUid = token.size() >= shortestUid && std::ranges::count(token, '.') >= 2 && uid.isValid();
        mapped += isUid ? pseudonyms.uid(uid).text() : std::string(token);
        mapped += dots;
        if (end == utf8.size())
            break;
        mapped += utf8[end];
        at = end + 1;
    }
    return mapped;
}

} // namespace grading
