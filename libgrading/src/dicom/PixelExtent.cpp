#include "PixelExtent.h"

#include <array>
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

} // namespace

PixelExtent pixelExtent(const std::filesystem::path& path, const PixelDescription& pixels)
{
    std::error_code error;
    const auto fileSize = static_cast<std::int64_t>(std::filesystem::file_size(path, error));
    std::ifstream in(path, std::ios::binary);
    if (error || !in)
        return PixelExtent::CutOff;
    if (pixels.isEncapsulated)
        return fragments(in, pixels.valueOffset, fileSize);
    in.seekg(pixels.valueOffset - 4);
    const auto length = read32(in, pixels.isBigEndian);
    if (!length || *length == undefinedLength)
        return PixelExtent::CutOff;
    if (pixels.valueOffset + std::int64_t{*length} > fileSize) // an odd count's pad byte may be missing
        return PixelExtent::CutOff;
    return *length < pixels.expectedBytes ? PixelExtent::TooShort : PixelExtent::Complete;
}

} // namespace grading
