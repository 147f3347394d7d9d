#include "BitPacking.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace grading {

namespace {

/// The first bit at or after `from` that equals `wanted`, or `end`.
std::size_t findBit(std::span<const std::uint8_t> bytes, std::size_t from, std::size_t end, bool wanted)
{
    const std::uint8_t flip = wanted ? 0 : 0xff;
    const std::uint64_t flipWord = wanted ? 0 : ~std::uint64_t{0};
    while (from < end) {
        const std::size_t byte = from / 8;
        if (from % 8 == 0 && byte + 8 <= bytes.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + byte, sizeof word);
            if (word == flipWord) {
                from += 64;
                continue;
            }
        }
        const auto rest = static_cast<std::uint8_t>((bytes[byte] ^ flip) >> (from % 8));
        if (rest != 0)
            return std::min(end, from + static_cast<std::size_t>(std::countr_zero(rest)));
        from = (byte + 1) * 8;
    }
    return end;
}

} // namespace

std::uint64_t packedSize(std::uint64_t columns, std::uint64_t rows, std::uint64_t frames)
{
    return (columns * rows * frames + 7) / 8;
}

BitFrames::BitFrames(int columns, int rows, std::size_t frames)
    : m_columns(static_cast<std::size_t>(columns)),
      m_framePixels(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows)),
      m_bytes((m_framePixels * frames + 15) / 16 * 2)
{}

void BitFrames::set(std::size_t frame, const PixelSet& pixels)
{
    for (const auto& span : pixels.spans()) {
        const std::size_t row = frame * m_framePixels + static_cast<std::size_t>(span.row) * m_columns;
        std::size_t bit = row + static_cast<std::size_t>(span.begin);
        const std::size_t end = row + static_cast<std::size_t>(span.end);
        GRADING_EXPECTS(end <= m_bytes.size() * 8);
        while (bit < end) {
            const std::size_t inByte = std::min<std::size_t>(8 - bit % 8, end - bit);
            m_bytes[bit / 8] |= static_cast<std::uint8_t>(((1U << inByte) - 1U) << (bit % 8));
            bit += inByte;
        }
    }
}

PixelSet unpackFrame(std::span<const std::uint8_t> bytes, int columns, int rows, std::size_t frame)
{
    const auto width = static_cast<std::size_t>(columns);
    const std::size_t first = frame * width * static_cast<std::size_t>(rows);
    const std::size_t end = first + width * static_cast<std::size_t>(rows);
    GRADING_EXPECTS(end <= bytes.size() * 8);
    std::vector<PixelSpan> spans;
    std::size_t bit = findBit(bytes, first, end, true);
    while (bit < end) {
        const std::size_t row = (bit - first) / width;
        const std::size_t rowStart = first + row * width;
        const std::size_t stop = findBit(bytes, bit, rowStart + width, false);
        spans.push_back({static_cast<int>(row), static_cast<int>(bit - rowStart), static_cast<int>(stop - rowStart)});
        bit = findBit(bytes, stop, end, true);
    }
    return PixelSet(std::move(spans));
}

} // namespace grading
