#include "phantom/Noise.h"

#include <numbers>

namespace grading::phantom {

std::uint64_t mixBits(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t z = a * 0x9e3779b97f4a7c15ULL + b + 0x632be59bd9b4e019ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

double uniform(std::uint64_t bits)
{
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

NormalPair normalPair(std::uint64_t bits)
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform(bits)));
    const double angle = 2 * std::numbers::pi * uniform(mixBits(bits, 1));
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

namespace {

/// A number in [-1, 1] for one corner of the lattice, out of its three coordinates' products with large odd numbers.
double corner(std::uint64_t x, std::uint64_t y, std::uint64_t z)
{
    std::uint64_t h = x ^ y ^ z;
    h = (h ^ (h >> 29)) * 0xd6e8feb86659fd93ULL;
    h ^= h >> 32;
    return static_cast<double>(static_cast<std::int32_t>(h)) * 0x1.0p-31;
}

} // namespace

double valueNoise(Vec3 p, std::uint64_t seed)
{
    const double fx = std::floor(p.x);
    const double fy = std::floor(p.y);
    const double fz = std::floor(p.z);
    const auto lattice = [](double v, std::uint64_t factor) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(v)) * factor;
    };
    constexpr std::uint64_t stepX = 0x9e3779b97f4a7c15ULL;
    constexpr std::uint64_t stepY = 0xc2b2ae3d27d4eb4fULL;
    constexpr std::uint64_t stepZ = 0x165667b19e3779f9ULL;
    const std::uint64_t x = lattice(fx, stepX) ^ (seed * 0xd1342543de82ef95ULL);
    const std::uint64_t x1 = lattice(fx + 1, stepX) ^ (seed * 0xd1342543de82ef95ULL);
    const std::uint64_t y = lattice(fy, stepY);
    const std::uint64_t z = lattice(fz, stepZ);
    const auto fade = [](double t) { return t * t * (3 - 2 * t); };
    const double u = fade(p.x - fx);
    const double v = fade(p.y - fy);
    const auto plane = [&](std::uint64_t k) {
        return mix(mix(corner(x, y, k), corner(x1, y, k), u), mix(corner(x, y + stepY, k), corner(x1, y + stepY, k), u),
                   v);
    };
    return mix(plane(z), plane(z + stepZ), fade(p.z - fz));
}

double roughNoise(Vec3 p, std::uint64_t seed)
{
    return (valueNoise(p, seed) + 0.5 * valueNoise(2.03 * p, seed + 1)) / 1.5;
}

} // namespace grading::phantom
