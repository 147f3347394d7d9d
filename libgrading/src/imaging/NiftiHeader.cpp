#include "NiftiHeader.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>

namespace grading {

namespace {

constexpr std::size_t headerSize = 348;

/// Its fields by place (nifti1.h); a file of the other byte order is known by its first field, the header's size.
class Header {
public:
    explicit Header(const std::array<unsigned char, headerSize>& bytes) : m_bytes(bytes)
    {
        m_isSwapped = number<std::int32_t>(0) != std::int32_t{headerSize};
    }

    template <class Number>
    [[nodiscard]] Number number(std::size_t at) const
    {
        std::array<unsigned char, sizeof(Number)> bytes{};
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.size(), bytes.begin());
        if (m_isSwapped)
            std::reverse(bytes.begin(), bytes.end());
        return std::bit_cast<Number>(bytes);
    }

    [[nodiscard]] bool hasSize() const { return number<std::int32_t>(0) == std::int32_t{headerSize}; }

    /// dim[0] is how many of the others count.
    [[nodiscard]] bool hasDimensions() const
    {
        constexpr std::size_t dim = 40;
        const int count = number<std::int16_t>(dim);
        if (count < 1 || count > 7)
            return false;
        for (int axis = 1; axis <= count; ++axis) {
            if (number<std::int16_t>(dim + 2 * static_cast<std::size_t>(axis)) < 1)
                return false;
        }
        return true;
    }

    [[nodiscard]] bool hasType() const
    {
        constexpr std::array<int, 15> known{2, 4, 8, 16, 32, 64, 128, 256, 512, 768, 1024, 1280, 1536, 1792, 2304};
        return std::ranges::find(known, int{number<std::int16_t>(70)}) != known.end();
    }

    /// pixdim; quatern and qoffset; srow: all are millimetres or parts of a rotation.
    [[nodiscard]] bool hasPlace() const
    {
        const auto areSound = [&](std::size_t first, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                if (!(std::abs(number<float>(first + 4 * i)) < 1e9F))
                    return false;
            }
            return true;
        };
        return areSound(76, 8) && areSound(256, 6) && areSound(280, 12);
    }

private:
    std::array<unsigned char, headerSize> m_bytes;
    bool m_isSwapped = false;
};

} // namespace

bool hasSoundNiftiHeader(const std::filesystem::path& path)
{
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"),
                                                          gzclose); // also reads plain files
    std::array<unsigned char, headerSize> bytes{};
    if (file == nullptr || gzread(file.get(), bytes.data(), headerSize) != static_cast<int>(headerSize))
        return false;
    const Header header(bytes);
    return header.hasSize() && header.hasDimensions() && header.hasType() && header.hasPlace();
}

} // namespace grading
