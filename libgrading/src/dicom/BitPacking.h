#pragma once

#include "grading/marks/PixelSet.h"

#include <cstdint>
#include <span>
#include <vector>

namespace grading {

/// Frames of one bit a pixel, packed one after the other without a gap, the first pixel in the lowest bit (PS3.5
/// section 8.1.1 and annex D). Done here since DCMTK 3.6.7 corrupts frames that don't end on a byte (its bug 1132).
/// Always an even number of bytes.
class BitFrames {
public:
    BitFrames(int columns, int rows, std::size_t frames);

    void set(std::size_t frame, const PixelSet& pixels);
    [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

private:
    std::size_t m_columns;
    std::size_t m_framePixels;
    std::vector<std::uint8_t> m_bytes;
};

/// Bytes that `frames` frames fill, without padding.
[[nodiscard]] std::uint64_t packedSize(std::uint64_t columns, std::uint64_t rows, std::uint64_t frames);

/// One frame out of packed bytes. Expects them to hold it.
[[nodiscard]] PixelSet unpackFrame(std::span<const std::uint8_t> bytes, int columns, int rows, std::size_t frame);

} // namespace grading
