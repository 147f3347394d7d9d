#include "Needles.h"

#include "grading/base/Contract.h"

#include <array>

namespace grading {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool isBounded(std::string_view text, std::size_t begin, std::size_t end, Needles::Bounds bounds)
{
    const auto touches = [&](char c) {
        return bounds == Needles::Bounds::Word ? isWordByte(c) : isDigit(c) || c == '.';
    };
    if (bounds == Needles::Bounds::None)
        return true;
    return (begin == 0 || !touches(text[begin - 1])) && (end == text.size() || !touches(text[end]));
}

std::uint16_t startOf(std::string_view text)
{
    return static_cast<std::uint16_t>(static_cast<unsigned char>(text[0]) << 8U | static_cast<unsigned char>(text[1]));
}

} // namespace

void Needles::add(const std::string& folded, Bounds bounds)
{
    GRADING_EXPECTS(folded.size() >= 2);
    if (!m_known.insert(folded).second)
        return;
    m_byStart[startOf(folded)].push_back(m_all.size());
    m_all.push_back({folded, bounds});
}

std::optional<std::string> Needles::find(std::string_view folded) const
{
    std::array<bool, 256> isStart{};
    for (const auto& [start, which] : m_byStart)
        isStart[start >> 8U] = true;
    for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
        if (!isStart[static_cast<unsigned char>(folded[at])])
            continue;
        const auto candidates = m_byStart.find(startOf(folded.substr(at)));
        if (candidates == m_byStart.end())
            continue;
        for (const auto index : candidates->second) {
            const auto& needle = m_all[index];
            if (folded.substr(at).starts_with(needle.text) &&
                isBounded(folded, at, at + needle.text.size(), needle.bounds))
                return needle.text;
        }
    }
    return std::nullopt;
}

} // namespace grading
