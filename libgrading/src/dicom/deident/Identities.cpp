#include "Identities.h"

#include "Attributes.h"
#include "ConfidentialityProfile.h"
#include "HeaderItem.h"
#include "TextCleaning.h"

#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iconv.h>

namespace grading {

namespace {

constexpr std::size_t shortestPart = 2;     ///< Of a name, bytes.
constexpr std::size_t shortestValue = 3;    ///< Of an id or another text.
constexpr std::size_t shortestAnywhere = 6; ///< What is shorter counts as a word of its own only.
constexpr std::size_t shortestInBytes = 6;  ///< 16-bit pixels hold six given bytes once in 10^14.
constexpr std::size_t shortestNumberInBytes = 8;

/// What a name may be stored as, beside UTF-8.
constexpr std::array encodings{"ISO-8859-1", "ISO-8859-2", "ISO-8859-5",    "ISO-8859-7", "SHIFT_JIS", "EUC-JP",
                               "EUC-KR",     "GB18030",    "ISO-2022-JP-2", "UTF-16LE",   "UTF-16BE"};

/// Opening a converter loads its tables, so each is kept.
class Encoder {
public:
    explicit Encoder(const char* encoding) : m_converter(::iconv_open(encoding, "UTF-8")) {}
    ~Encoder()
    {
        if (isOpen())
            ::iconv_close(m_converter);
    }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    /// Empty when the encoding can't say it.
    [[nodiscard]] std::string operator()(std::string_view utf8) const
    {
        if (!isOpen())
            return {};
        std::string input(utf8);
        std::string output(4 * input.size() + 16, '\0');
        char* in = input.data();
        char* out = output.data();
        std::size_t left = input.size();
        std::size_t room = output.size();
        ::iconv(m_converter, nullptr, nullptr, nullptr, nullptr);
        const bool isDone = ::iconv(m_converter, &in, &left, &out, &room) == 0 &&
                            ::iconv(m_converter, nullptr, nullptr, &out, &room) == 0;
        output.resize(isDone ? output.size() - room : 0);
        return output;
    }

private:
    [[nodiscard]] bool isOpen() const { return m_converter != reinterpret_cast<iconv_t>(-1); } // NOLINT

    iconv_t m_converter;
};

const std::deque<Encoder>& encoders()
{
    thread_local const std::deque<Encoder> all(encodings.begin(), encodings.end());
    return all;
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isNumeric(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

Needles::Bounds boundsOf(std::string_view folded)
{
    if (isNumeric(folded))
        return Needles::Bounds::Number;
    return isAscii(folded) && folded.size() < shortestAnywhere ? Needles::Bounds::Word : Needles::Bounds::None;
}

std::vector<std::string> partsOf(std::string_view name)
{
    std::vector<std::string> parts(1);
    for (const char c : name) {
        if (std::string_view("^= ,;.()[]{}/_-\t").find(c) == std::string_view::npos)
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    return parts;
}

/// Coded entries say what thousands share.
bool isOfCode(const DcmTagKey& tag)
{
    return tag == DCM_CodingSchemeDesignator || tag == DCM_CodingSchemeVersion || tag == DCM_CodeValue ||
           tag == DCM_MappingResource || tag == DCM_ContextIdentifier;
}

} // namespace

std::string wholeText(DcmElement& element)
{
    OFString value;
    if (element.getOFStringArray(value, OFFalse).bad())
        return {};
    std::string text(value.c_str(), value.size());
    while (text.ends_with(' ') || text.ends_with('\0'))
        text.pop_back();
    return text;
}

std::vector<std::string> splitValues(const std::string& whole)
{
    std::vector<std::string> values;
    std::size_t start = 0;
    while (true) {
        const auto end = std::min(whole.find('\\', start), whole.size());
        values.emplace_back(trimmedValue(std::string_view(whole).substr(start, end - start)));
        if (end == whole.size())
            return values;
        start = end + 1;
    }
}

bool holdsWords(DcmEVR vr)
{
    switch (vr) {
    case EVR_AE:
    case EVR_CS:
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UR:
    case EVR_UT:
        return true;
    default:
        return false;
    }
}

bool holdsSeveral(DcmEVR vr)
{
    return vr != EVR_LT && vr != EVR_ST && vr != EVR_UT && vr != EVR_UR;
}

Identities::Identities(const DeidentifyOptions& options)
{
    for (const auto& row : basicProfile()) {
        const bool isKept = (row.has('d') && options.keepDevice) ||
                            (row.has('p') && options.keepPatientCharacteristics) ||
                            (row.has('c') && options.descriptors == DeidentifyOptions::Descriptors::Keep) ||
                            row.has('s') || row.action == "U" || row.action == "X/Z/U*";
        // These sequences stay, cleaned inside.
        const bool isOpen = row.keyword == "VerifyingObserverSequence";
        m_isIdentifying[row.tag] = !isKept && !isOpen;
        if (row.has('c'))
            m_descriptors.insert(row.tag);
    }
}

void Identities::addForBytes(std::string_view utf8)
{
    const bool isNumber = isNumeric(utf8);
    const auto bounds = isNumber ? Needles::Bounds::Number : Needles::Bounds::None;
    const auto shortest = isNumber ? shortestNumberInBytes : shortestInBytes;
    if (utf8.size() >= shortest)
        m_inBytes.add(foldedCase(utf8), bounds);
    for (const auto& encoder : encoders()) {
        const auto bytes = encoder(utf8);
        if (bytes.size() >= shortest)
            m_inBytes.add(foldedCase(bytes), bounds);
    }
}

void Identities::addValue(std::string_view value)
{
    const auto folded = foldedCase(trimmedValue(value));
    const bool hasDigit = std::ranges::any_of(folded, [](char c) { return c >= '0' && c <= '9'; });
    if (folded.size() < shortestValue || (!hasDigit && isVocabulary(folded)))
        return;
    m_inText.add(folded, boundsOf(folded));
    addForBytes(trimmedValue(value));
}

void Identities::addName(std::string_view personName)
{
    std::string spaced;
    // "Reader^A" is part of a pseudonym, and in bytes of our own text before an element that begins with 'A'.
    bool hasInitial = false;
    for (const auto& part : partsOf(personName)) {
        hasInitial = hasInitial || part.size() == 1;
        spaced += (spaced.empty() ? "" : " ") + part;
        const auto folded = foldedCase(part);
        if (folded.size() < shortestPart || isVocabulary(folded))
            continue;
        m_inText.add(folded, boundsOf(folded));
        addForBytes(part);
    }
    for (const auto& whole : {std::string(trimmedValue(personName)), spaced}) {
        if (whole.size() < shortestAnywhere || whole.find_first_of("^ ") == std::string::npos)
            continue;
        m_inText.add(foldedCase(whole), hasInitial ? Needles::Bounds::Word : Needles::Bounds::None);
        if (!hasInitial)
            addForBytes(whole);
    }
}

void Identities::collect(DcmItem& dataset)
{
    collectItem(dataset, false);
}

void Identities::collectItem(DcmItem& item, bool isIdentifying)
{
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto* element = item.getElement(i);
        const auto tag = element->getTag().getXTag();
        const auto listed = m_isIdentifying.find(number(tag));
        const bool isOne = listed == m_isIdentifying.end() ? isIdentifying : listed->second;
        if (element->ident() == EVR_SQ) {
            auto& sequence = static_cast<DcmSequenceOfItems&>(*element);
            for (unsigned long k = 0; k < sequence.card(); ++k)
                collectItem(*sequence.getItem(k), isOne);
        } else if (tag != DCM_PixelData) { // as text they take longer than all the rest
            collectText(tag, element->getTag().getEVR(), wholeText(*element), isOne);
        }
    }
}

void Identities::collectText(const DcmTagKey& tag, DcmEVR vr, const std::string& value, bool isIdentifying)
{
    if (value.empty())
        return;
    if (vr == EVR_UI && tag != DCM_CodingSchemeUID) {
        for (const auto& uid : splitValues(value)) {
            if (!isStandardUid(uid))
                m_uids.insert(uid);
        }
    } else if (vr == EVR_DA || vr == EVR_DT) {
        for (const auto& date : splitValues(value))
            m_days.insert(date.substr(0, 8));
        if (tag == DCM_PatientBirthDate)
            addValue(value);
    } else if (vr == EVR_PN) {
        for (const auto& name : splitValues(value))
            addName(name);
    } else if (isIdentifying && holdsWords(vr) && vr != EVR_CS && !isOfCode(tag)) {
        for (const auto& one : holdsSeveral(vr) ? splitValues(value) : std::vector{value}) {
            if (!m_descriptors.contains(number(tag)) || !isVocabulary(one)) // "T2 sag 3 mm" stays where it is cleaned
                addValue(one);
        }
    }
}

std::optional<std::string> Identities::inText(std::string_view utf8) const
{
    return m_inText.find(foldedCase(utf8));
}

std::optional<std::string> Identities::inBytes(std::string_view bytes) const
{
    if (auto found = m_inBytes.find(foldedCase(bytes)))
        return found;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto begin = bytes.find_first_of("0123456789", at);
        if (begin == std::string_view::npos)
            break;
        const auto end = std::min(bytes.find_first_not_of("0123456789.", begin), bytes.size());
        if (end - begin >= shortestNumberInBytes) {
            std::string token(bytes.substr(begin, end - begin));
            if (m_uids.contains(token))
                return token;
        }
        at = end;
    }
    return std::nullopt;
}

} // namespace grading
