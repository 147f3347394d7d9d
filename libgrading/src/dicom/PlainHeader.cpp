#include "HeaderFile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace grading {

static_assert(std::endian::native == std::endian::little, "values are taken from the file as they are");

namespace {

constexpr std::uint32_t undefinedLength = 0xffffffff;
constexpr std::uint32_t itemTag = 0xfffee000;
constexpr std::uint32_t itemEnd = 0xfffee00d;
constexpr std::uint32_t sequenceEnd = 0xfffee0dd;
constexpr int deepest = 16; ///< Real objects nest less.
/// The largest enhanced objects have some hundred thousand.
constexpr std::uint32_t mostElements = 4'000'000;

std::uint32_t read16(const unsigned char* bytes)
{
    return static_cast<std::uint32_t>(bytes[0] | bytes[1] << 8);
}

std::uint32_t read32(const unsigned char* bytes)
{
    return read16(bytes) | read16(bytes + 2) << 16;
}

std::uint32_t tagAt(const unsigned char* bytes)
{
    return read16(bytes) << 16 | read16(bytes + 2);
}

constexpr std::uint16_t code(char first, char second)
{
    return static_cast<std::uint16_t>(first << 8 | second);
}

/// Value representations with 32 bits of length after two reserved bytes (PS3.5 7.1.2).
bool hasLongLength(std::uint16_t vr)
{
    constexpr std::array longOnes{code('O', 'B'), code('O', 'D'), code('O', 'F'), code('O', 'L'), code('O', 'V'),
                                  code('O', 'W'), code('S', 'Q'), code('S', 'V'), code('U', 'C'), code('U', 'N'),
                                  code('U', 'R'), code('U', 'T'), code('U', 'V')};
    return std::find(longOnes.begin(), longOnes.end(), vr) != longOnes.end();
}

/// How implicit files and those with VR UN write the numbers that are looked at; the others are text.
ValueKind kindOfTag(std::uint32_t tag)
{
    static const std::array<std::pair<std::uint32_t, ValueKind>, 17> numbers{{
        {number(DCM_SamplesPerPixel), ValueKind::Unsigned16},
        {number(DCM_Rows), ValueKind::Unsigned16},
        {number(DCM_Columns), ValueKind::Unsigned16},
        {number(DCM_BitsAllocated), ValueKind::Unsigned16},
        {number(DCM_BitsStored), ValueKind::Unsigned16},
        {number(DCM_HighBit), ValueKind::Unsigned16},
        {number(DCM_PixelRepresentation), ValueKind::Unsigned16},
        {number(DCM_LUTDescriptor), ValueKind::Unsigned16},
        {number(DCM_LUTData), ValueKind::Unsigned16},
        {number(DCM_TemporalPositionIndex), ValueKind::Unsigned32},
        {number(DCM_FrameAcquisitionNumber), ValueKind::Unsigned16},
        {number(DCM_EffectiveEchoTime), ValueKind::Float64},
        {number(DCM_InversionTimes), ValueKind::Float64},
        {number(DCM_DiffusionBValue), ValueKind::Float64},
        {number(DCM_DiffusionGradientOrientation), ValueKind::Float64},
        {number(DCM_TemporalPositionTimeOffset), ValueKind::Float64},
        {number(DCM_NominalCardiacTriggerDelayTime), ValueKind::Float64},
    }};
    const auto found =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& entry) { return entry.first == tag; });
    return found == numbers.end() ? ValueKind::Text : found->second;
}

ValueKind kindOf(std::uint16_t vr, std::uint32_t tag)
{
    switch (vr) {
    case code('U', 'S'):
    case code('O', 'W'):
        return ValueKind::Unsigned16;
    case code('S', 'S'):
        return ValueKind::Signed16;
    case code('U', 'L'):
        return ValueKind::Unsigned32;
    case code('S', 'L'):
        return ValueKind::Signed32;
    case code('F', 'L'):
        return ValueKind::Float32;
    case code('F', 'D'):
        return ValueKind::Float64;
    case code('U', 'N'):
    case 0:
        return kindOfTag(tag);
    case code('A', 'T'):
    case code('O', 'B'):
    case code('O', 'D'):
    case code('O', 'F'):
    case code('O', 'L'):
    case code('O', 'V'):
    case code('S', 'V'):
    case code('U', 'V'):
        return ValueKind::Bytes;
    default:
        return ValueKind::Text;
    }
}

/// Makers' own elements hold long blocks; of them only b values are looked at: Siemens, GE.
bool isKept(std::uint32_t tag)
{
    return (tag >> 16 & 1) == 0 || tag == 0x0019100c || tag == 0x00431039;
}

class PlainParser {
public:
    explicit PlainParser(FileWindow& file) : m_file(file) {}

    bool parse(HeaderFile& header)
    {
        const unsigned char* start = m_file.bytes(0, 136);
        if (start == nullptr || std::memcmp(start + 128, "DICM", 4) != 0)
            return false;
        m_at = 132;
        m_stop = 0x00030000;
        if (!readElements(&header.meta, m_file.size(), false, 0))
            return false;
        header.transferSyntax = firstText(header.meta, DCM_TransferSyntaxUID);
        const std::string_view syntax = header.transferSyntax;
        m_isExplicit = syntax != "1.2.840.10008.1.2";
        const bool isEncapsulated = syntax.starts_with("1.2.840.10008.1.2.4.") || syntax == "1.2.840.10008.1.2.5";
        if (m_isExplicit && syntax != "1.2.840.10008.1.2.1" && !isEncapsulated)
            return false;
        header.encoding = isEncapsulated ? PixelEncoding::Encapsulated : PixelEncoding::Native;
        m_stop = 0x7fe00008;
        if (!readElements(&header.dataset, m_file.size(), false, 0) || header.dataset.elements.empty())
            return false;
        return readPixelStart(header);
    }

private:
    struct Head {
        std::uint32_t tag = 0;
        std::uint16_t vr = 0; ///< 0: implicit
        std::uint32_t length = 0;
    };

    /// Leaves `m_at` at the value.
    bool readHead(Head& head)
    {
        const unsigned char* bytes = m_file.bytes(m_at, 8);
        if (bytes == nullptr || ++m_elements > mostElements)
            return false;
        head.tag = tagAt(bytes);
        head.vr = 0;
        if (!m_isExplicit || head.tag >> 16 == 0xfffe) {
            head.length = read32(bytes + 4);
            m_at += 8;
            return true;
        }
        const auto isUpper = [](unsigned char letter) { return letter >= 'A' && letter <= 'Z'; };
        if (!isUpper(bytes[4]) || !isUpper(bytes[5]))
            return false;
        head.vr = static_cast<std::uint16_t>(bytes[4] << 8 | bytes[5]);
        if (!hasLongLength(head.vr)) {
            head.length = read16(bytes + 6);
            m_at += 8;
            return true;
        }
        bytes = m_file.bytes(m_at, 12);
        if (bytes == nullptr)
            return false;
        head.length = read32(bytes + 8);
        m_at += 12;
        return true;
    }

    /// Elements up to `end`, to the delimiter of an item of undefined length, or (outermost) to group `m_stop`.
    /// `item` null: they are passed over.
    bool readElements(HeaderItem* item, std::uint64_t end, bool isDelimited, int depth)
    {
        std::uint32_t last = 0;
        while (m_at < end) {
            Head head;
            if (depth == 0 && m_file.bytes(m_at, 8) != nullptr && tagAt(m_file.bytes(m_at, 8)) >= m_stop)
                return true;
            if (!readHead(head) || m_at > end)
                return false;
            if (head.tag == itemEnd)
                return isDelimited && head.length == 0;
            if (last != 0 && head.tag <= last)
                return false;
            last = head.tag;
            if (!readElement(item, head, end, depth))
                return false;
        }
        return !isDelimited;
    }

    bool readElement(HeaderItem* item, const Head& head, std::uint64_t end, int depth)
    {
        HeaderElement element;
        element.tag = head.tag;
        const bool keeps = item != nullptr && isKept(head.tag);
        if (isSequence(head)) {
            if (!keeps && head.length != undefinedLength && head.length <= end - m_at) {
                m_at += head.length;
                return true;
            }
            // VR UN of undefined length is a sequence in implicit encoding (PS3.5 6.2.2).
            const bool wasExplicit = std::exchange(m_isExplicit, m_isExplicit && head.vr != code('U', 'N'));
            if (!readItems(keeps ? &element : nullptr, head.length, end, depth))
                return false;
            m_isExplicit = wasExplicit;
        } else {
            if (head.length == undefinedLength || head.length > end - m_at)
                return false;
            const bool isShort = head.length <= 4096 || head.tag == number(DCM_LUTData);
            if (keeps && isShort && head.length <= longestHeaderValue) {
                element.kind = kindOf(head.vr, head.tag);
                element.value.resize(head.length);
                if (!take(element.value))
                    return false;
            }
            m_at += head.length;
        }
        if (keeps)
            item->elements.push_back(std::move(element));
        return true;
    }

    bool take(std::string& value)
    {
        if (value.empty())
            return true;
        if (value.size() > 4096)
            return m_file.read(m_at, value.data(), value.size());
        const unsigned char* bytes = m_file.bytes(m_at, value.size());
        if (bytes != nullptr)
            std::memcpy(value.data(), bytes, value.size());
        return bytes != nullptr;
    }

    /// Implicit files don't say so, but no other value begins like an item.
    bool isSequence(const Head& head)
    {
        if (head.vr == code('S', 'Q'))
            return true;
        if (head.length == undefinedLength)
            return head.vr == 0 || head.vr == code('U', 'N');
        if (head.vr != 0 || head.length < 8)
            return false;
        const unsigned char* bytes = m_file.bytes(m_at, 4);
        return bytes != nullptr && tagAt(bytes) == itemTag;
    }

    bool readItems(HeaderElement* sequence, std::uint32_t length, std::uint64_t outerEnd, int depth)
    {
        const bool isDelimited = length == undefinedLength;
        if (depth >= deepest || (!isDelimited && length > outerEnd - m_at))
            return false;
        const std::uint64_t end = isDelimited ? outerEnd : m_at + length;
        while (m_at < end) {
            Head head;
            if (!readHead(head) || m_at > end)
                return false;
            if (head.tag == sequenceEnd)
                return isDelimited && head.length == 0;
            const bool isOpen = head.length == undefinedLength;
            if (head.tag != itemTag || (!isOpen && head.length > end - m_at))
                return false;
            HeaderItem item;
            if (!readElements(sequence ? &item : nullptr, isOpen ? end : m_at + head.length, isOpen, depth + 1))
                return false;
            if (sequence != nullptr)
                sequence->items.push_back(std::move(item));
        }
        return !isDelimited;
    }

    bool readPixelStart(HeaderFile& header)
    {
        header.fileSize = m_file.size();
        const unsigned char* bytes = m_file.bytes(m_at, 8);
        if (bytes == nullptr)
            return m_at == m_file.size();
        const std::uint32_t tag = tagAt(bytes);
        if (tag != number(DCM_PixelData) && tag != number(DCM_FloatPixelData) &&
            tag != number(DCM_DoubleFloatPixelData))
            return true; // trailing padding, a signature: no pixels
        Head head;
        if (!readHead(head))
            return false;
        header.hasPixels = true;
        header.isFloat = tag != number(DCM_PixelData);
        header.pixelOffset = m_at;
        header.pixelLength = head.length;
        return true;
    }

    FileWindow& m_file;
    std::uint64_t m_at = 0;
    std::uint32_t m_stop = 0;
    std::uint32_t m_elements = 0;
    bool m_isExplicit = true;
};

} // namespace

bool readPlainHeader(FileWindow& file, HeaderFile& header)
{
    return PlainParser(file).parse(header);
}

} // namespace grading
