#include "CharacterSet.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iconv.h>
#include <optional>

namespace grading {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct TermEncoding {
    std::string_view term; ///< Without "ISO 2022 " or "ISO_".
    const char* encoding;
};

/// PS3.3 tables C.12-2 to C.12-5. Multi-byte sets with code extensions start in ASCII, escapes switch.
constexpr std::array termEncodings{
    TermEncoding{"IR 6", "ASCII"},        TermEncoding{"IR 100", "ISO-8859-1"},  TermEncoding{"IR 101", "ISO-8859-2"},
    TermEncoding{"IR 109", "ISO-8859-3"}, TermEncoding{"IR 110", "ISO-8859-4"},  TermEncoding{"IR 144", "ISO-8859-5"},
    TermEncoding{"IR 127", "ISO-8859-6"}, TermEncoding{"IR 126", "ISO-8859-7"},  TermEncoding{"IR 138", "ISO-8859-8"},
    TermEncoding{"IR 148", "ISO-8859-9"}, TermEncoding{"IR 203", "ISO-8859-15"}, TermEncoding{"IR 13", "SHIFT_JIS"},
    TermEncoding{"IR 166", "TIS-620"},    TermEncoding{"IR 192", "UTF-8"},       TermEncoding{"IR 149", "EUC-KR"},
    TermEncoding{"IR 58", "GB2312"},      TermEncoding{"GB18030", "GB18030"},    TermEncoding{"GBK", "GBK"},
};

struct Escape {
    std::string_view sequence;  ///< After the ESC.
    const char* encoding;       ///< What iconv calls it.
    std::string_view iconvLead; ///< Put before the text for iconv.
};

/// PS3.3 tables C.12-3 and C.12-4. iconv reads the 94×94 sets of JIS inside ISO-2022-JP-2, whose escapes it needs.
constexpr std::array escapes{
    Escape{"$B", "ISO-2022-JP-2", "\033$B"},
    Escape{"$@", "ISO-2022-JP-2", "\033$@"},
    Escape{"$(D", "ISO-2022-JP-2", "\033$(D"},
    Escape{"$)C", "EUC-KR", ""},
    Escape{"$)A", "GB2312", ""},
    Escape{"(B", nullptr, ""}, // back to ASCII in G0: what G1 holds stays
    Escape{"(J", "SHIFT_JIS", ""},
    Escape{")I", "SHIFT_JIS", ""},
    Escape{"-A", "ISO-8859-1", ""},
    Escape{"-B", "ISO-8859-2", ""},
    Escape{"-C", "ISO-8859-3", ""},
    Escape{"-D", "ISO-8859-4", ""},
    Escape{"-L", "ISO-8859-5", ""},
    Escape{"-G", "ISO-8859-6", ""},
    Escape{"-F", "ISO-8859-7", ""},
    Escape{"-H", "ISO-8859-8", ""},
    Escape{"-M", "ISO-8859-9", ""},
    Escape{"-b", "ISO-8859-15", ""},
    Escape{"-T", "TIS-620", ""},
};

/// None when iconv doesn't know the encoding.
std::optional<std::string> convert(std::string_view text, const char* encoding)
{
    const iconv_t converter = ::iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT
        return std::nullopt;
    std::string input(text);
    std::string output;
    char* in = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        std::array<char, 512> buffer{};
        char* out = buffer.data();
        std::size_t room = buffer.size();
        const bool isBad = ::iconv(converter, &in, &left, &out, &room) == static_cast<std::size_t>(-1);
        const int reason = errno;
        output.append(buffer.data(), buffer.size() - room);
        if (!isBad || reason == E2BIG)
            continue;
        output += replacement;
        ++in;
        --left;
    }
    ::iconv_close(converter);
    return output;
}

bool isUtf8(std::string_view text)
{
    const auto converted = convert(text, "UTF-8");
    return converted && *converted == text;
}

/// None: a term that isn't in the tables, or no term.
const char* encodingOf(std::string_view term)
{
    for (const std::string_view prefix : {"ISO 2022 ", "ISO_", "ISO "}) {
        if (term.starts_with(prefix)) {
            term.remove_prefix(prefix.size());
            break;
        }
    }
    for (const auto& known : termEncodings) {
        if (term == known.term)
            return known.encoding;
    }
    return nullptr;
}

std::string convertPart(std::string_view part, const char* encoding, std::string_view lead)
{
    if (part.empty())
        return {};
    auto converted = convert(std::string(lead).append(part), encoding);
    if (!converted)
        converted = convert(part, "ISO-8859-1");
    return converted.value_or(std::string(replacement));
}

std::string convertWithEscapes(std::string_view text, const char* initial)
{
    std::string result;
    const char* encoding = initial;
    std::string_view lead;
    while (!text.empty()) {
        // Control characters and the delimiters of names and values go back to the initial set (PS3.5 6.1.2.5.3).
        const std::size_t end = std::min(text.find_first_of("\033\r\n\f\t"), text.size());
        const std::size_t delimiter = std::min(text.find_first_of(lead.empty() ? "\\^=" : ""), end);
        result += convertPart(text.substr(0, delimiter), encoding, lead);
        text.remove_prefix(delimiter);
        if (text.empty())
            break;
        const char stop = text.front();
        text.remove_prefix(1);
        if (stop != '\033') {
            result += stop;
            encoding = initial;
            lead = {};
            continue;
        }
        const auto escape = std::find_if(escapes.begin(), escapes.end(),
                                         [&](const Escape& known) { return text.starts_with(known.sequence); });
        if (escape == escapes.end())
            continue;
        text.remove_prefix(escape->sequence.size());
        lead = escape->iconvLead;
        if (escape->encoding != nullptr)
            encoding = escape->encoding;
        else if (std::strncmp(encoding, "ISO-2022", 8) == 0)
            encoding = initial;
    }
    return result;
}

} // namespace

std::string toUtf8(std::string_view text, const std::vector<std::string>& definedTerms)
{
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](char character) { return character >= 0x20 && character < 0x7f; });
    if (isPlain)
        return std::string(text);
    const std::string_view first = definedTerms.empty() ? std::string_view{} : definedTerms.front();
    const char* encoding = first.empty() && definedTerms.size() > 1 ? "ASCII" : encodingOf(first);
    if (encoding == nullptr || std::strcmp(encoding, "ASCII") == 0) {
        // Undeclared bytes above 127: UTF-8 if they are, else what is most often meant.
        if (text.find('\033') == std::string_view::npos && isUtf8(text))
            return std::string(text);
        encoding = "ISO-8859-1";
    }
    return convertWithEscapes(text, encoding);
}

} // namespace grading
