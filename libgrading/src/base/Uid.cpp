#include "grading/base/Uid.h"

#include <array>
#include <cstdint>
#include <random>

namespace grading {

namespace {

using Uuid = std::array<std::uint32_t, 4>;

/// The 128-bit number in decimal, by repeated division.
std::string decimal(Uuid number)
{
    std::string digits;
    while ((number[0] | number[1] | number[2] | number[3]) != 0) {
        std::uint64_t remainder = 0;
        for (auto& word : number) {
            const std::uint64_t value = (remainder << 32) | word;
            word = static_cast<std::uint32_t>(value / 10);
            remainder = value % 10;
        }
        digits.insert(digits.begin(), static_cast<char>('0' + remainder));
    }
    return digits.empty() ? "0" : digits;
}

Uid fromUuid(Uuid uuid, std::uint32_t version)
{
    uuid[1] = (uuid[1] & 0xffff0fffU) | (version << 12);
    uuid[2] = (uuid[2] & 0x3fffffffU) | 0x80000000U;
    return Uid("2.25." + decimal(uuid));
}

/// FNV-1a, 64 bits, from a given start.
std::uint64_t hash64(std::string_view bytes, std::uint64_t start)
{
    std::uint64_t hash = start;
    for (const char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3ULL;
    }
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    return hash;
}

} // namespace

Uid Uid::generate()
{
    thread_local std::random_device device;
    return fromUuid({device(), device(), device(), device()}, 4);
}

Uid Uid::fromName(std::string_view name)
{
    const std::uint64_t high = hash64(name, 0xcbf29ce484222325ULL);
    const std::uint64_t low = hash64(name, 0x9ae16a3b2f90404fULL);
    return fromUuid({static_cast<std::uint32_t>(high >> 32), static_cast<std::uint32_t>(high),
                     static_cast<std::uint32_t>(low >> 32), static_cast<std::uint32_t>(low)},
                    8);
}

bool Uid::isValid() const
{
    if (m_text.empty() || m_text.size() > 64)
        return false;
    bool componentStarts = true;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == '.') {
            if (componentStarts)
                return false;
            componentStarts = true;
        } else if (c < '0' || c > '9') {
            return false;
        } else {
            if (componentStarts && c == '0' && i + 1 < m_text.size() && m_text[i + 1] != '.')
                return false;
            componentStarts = false;
        }
    }
    return !componentStarts;
}

} // namespace grading
