#include "PixelExtent.h"

#include <algorithm>
#include <cmath>

namespace grading {

namespace {

constexpr std::uint32_t undefinedLength = 0xffffffff;

std::uint32_t read32(const unsigned char* bytes)
{
    return std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16 |
           std::uint32_t{bytes[3]} << 24;
}

/// Fragments are items up to a sequence delimiter (PS3.5 A.4), always little endian.
PixelExtent fragments(FileWindow& file, std::uint64_t at)
{
    constexpr std::uint32_t itemTag = 0xe000fffe; // (FFFE,E000), as its four bytes read little endian
    while (const unsigned char* head = file.bytes(at, 8)) {
        const std::uint32_t length = read32(head + 4);
        if (read32(head) != itemTag)
            return PixelExtent::Complete; // the delimiter; or what the decoder will have to judge
        if (length == undefinedLength || length > file.size() - at - 8)
            return PixelExtent::CutOff;
        at += 8 + std::uint64_t{length};
    }
    return at == file.size() ? PixelExtent::Complete : PixelExtent::CutOff; // a missing delimiter loses no pixel
}

/// No whole number of bytes: what a hostile header claims goes beyond 64 bits.
double expectedBytes(const HeaderItem& dataset)
{
    double bits = static_cast<double>(wholeNumber(dataset, DCM_BitsAllocated, 16));
    for (const auto& count : {DCM_Rows, DCM_Columns, DCM_SamplesPerPixel, DCM_NumberOfFrames})
        bits *= static_cast<double>(std::max(1L, wholeNumber(dataset, count, 1)));
    return std::floor(bits / 8);
}

} // namespace

PixelExtent pixelExtent(const std::filesystem::path& path, const HeaderFile& header)
{
    if (header.encoding == PixelEncoding::Deflated)
        return PixelExtent::Complete;
    if (header.encoding == PixelEncoding::Encapsulated) {
        FileWindow file(path);
        return file.isOpen() ? fragments(file, header.pixelOffset) : PixelExtent::CutOff;
    }
    if (header.pixelLength == undefinedLength || header.pixelOffset > header.fileSize ||
        header.pixelLength > header.fileSize - header.pixelOffset)
        return PixelExtent::CutOff;
    return header.pixelLength < expectedBytes(header.dataset) ? PixelExtent::TooShort : PixelExtent::Complete;
}

} // namespace grading
