#include "PixelExtent.h"

#include "Attributes.h"
#include "Dcmtk.h"

#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>

namespace grading {

namespace {

constexpr std::uint32_t undefinedLength = 0xffffffff;

std::optional<std::uint32_t> read32(std::ifstream& in, bool isBigEndian)
{
    std::array<unsigned char, 4> bytes{};
    if (!in.read(reinterpret_cast<char*>(bytes.data()), bytes.size())) // NOLINT
        return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | bytes[isBigEndian ? i : 3 - i];
    return value;
}

/// Fragments are items up to a sequence delimiter (PS3.5 A.4), always little endian.
PixelExtent fragments(std::ifstream& in, std::int64_t at, std::int64_t fileSize)
{
    constexpr std::uint32_t itemTag = 0xe000fffe; // (FFFE,E000), as its four bytes read little endian
    while (at + 8 <= fileSize) {
        in.seekg(at);
        const auto tag = read32(in, false);
        const auto length = read32(in, false);
        if (!tag || !length)
            return PixelExtent::CutOff;
        if (*tag != itemTag)
            return PixelExtent::Complete; // the delimiter; or what DCMTK will have to judge
        if (*length == undefinedLength || at + 8 + std::int64_t{*length} > fileSize)
            return PixelExtent::CutOff;
        at += 8 + std::int64_t{*length};
    }
    return at == fileSize ? PixelExtent::Complete : PixelExtent::CutOff; // a missing delimiter loses no pixel
}

/// No whole number of bytes: what a hostile header claims goes beyond 64 bits.
double expectedBytes(DcmItem& dataset)
{
    double bits = static_cast<double>(wholeNumber(dataset, DCM_BitsAllocated, 16));
    for (const auto& count : {DCM_Rows, DCM_Columns, DCM_SamplesPerPixel, DCM_NumberOfFrames})
        bits *= static_cast<double>(std::max(1L, wholeNumber(dataset, count, 1)));
    return std::floor(bits / 8);
}

} // namespace

PixelExtent pixelExtent(const std::filesystem::path& path, const DicomFile& header)
{
    const DcmXfer syntax(header.dataset().getOriginalXfer());
    if (syntax.getStreamCompression() != ESC_none)
        return PixelExtent::Complete;
    std::error_code error;
    const auto fileSize = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    std::ifstream in(path, std::ios::binary);
    if (error || !in)
        return PixelExtent::CutOff;
    if (isEncapsulated(syntax))
        return fragments(in, header.endOffset, fileSize);
    in.seekg(header.endOffset - 4); // the length comes last before the value, whatever the encoding
    const auto length = read32(in, syntax.isBigEndian());
    if (!length || *length == undefinedLength || header.endOffset + std::int64_t{*length} > fileSize)
        return PixelExtent::CutOff;
    return *length < expectedBytes(header.dataset()) ? PixelExtent::TooShort : PixelExtent::Complete;
}

} // namespace grading
