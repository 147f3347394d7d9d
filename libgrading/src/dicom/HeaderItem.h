#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// How the bytes of a value are to be read.
enum class ValueKind : std::uint8_t { Text, Unsigned16, Signed16, Unsigned32, Signed32, Float32, Float64, Bytes };

struct HeaderElement;

/// A data set, or an item of a sequence, of a header in memory: plain values, no library's objects. Reading is
/// forgiving: an absent, empty, malformed or monstrously long element is no value.
struct HeaderItem {
    std::vector<HeaderElement> elements; ///< Ascending by tag, each tag once.

    [[nodiscard]] const HeaderElement* find(const DcmTagKey& tag) const;
    [[nodiscard]] bool has(const DcmTagKey& tag) const { return find(tag) != nullptr; }
};

struct HeaderElement {
    std::uint32_t tag = 0; ///< Group, element.
    ValueKind kind = ValueKind::Text;
    std::string value;             ///< Little endian where it isn't text.
    std::vector<HeaderItem> items; ///< Of a sequence.
};

/// Header values are short; a longer claim is an error or an attack. A look-up table of 65536 words just fits.
constexpr std::uint32_t longestHeaderValue = 1u << 17;

[[nodiscard]] inline std::uint32_t number(const DcmTagKey& tag)
{
    return std::uint32_t{tag.getGroup()} << 16 | tag.getElement();
}

/// All values, padding trimmed; numbers as text.
[[nodiscard]] std::vector<std::string> textValues(const HeaderItem& item, const DcmTagKey& tag);
/// The first value, or empty.
[[nodiscard]] std::string firstText(const HeaderItem& item, const DcmTagKey& tag);
/// All of it (backslashes included where they are text), in UTF-8, by the terms of `characterSet`.
[[nodiscard]] std::string utf8Text(const HeaderItem& item, const DcmTagKey& tag,
                                   const std::vector<std::string>& characterSet);
/// All values of a number or numeric string; empty when one of them isn't a finite number.
[[nodiscard]] std::vector<double> numberValues(const HeaderItem& item, const DcmTagKey& tag);
[[nodiscard]] std::optional<double> firstNumber(const HeaderItem& item, const DcmTagKey& tag);
[[nodiscard]] long wholeNumber(const HeaderItem& item, const DcmTagKey& tag, long otherwise);
/// The first item of a sequence, or none.
[[nodiscard]] const HeaderItem* itemOf(const HeaderItem& item, const DcmTagKey& sequence);
/// Item `index` of a sequence, from 0, or none.
[[nodiscard]] const HeaderItem* itemOf(const HeaderItem& item, const DcmTagKey& sequence, std::size_t index);

/// A number in the text of a value, or none. Space around it and a plus sign are allowed.
[[nodiscard]] std::optional<double> parsedNumber(std::string_view text);
/// Without padding (blanks, zeros) at either end.
[[nodiscard]] std::string_view trimmedValue(std::string_view text);

} // namespace grading
