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

/// A number in [-1, 1] for one corner of the lattice.
double corner(std::int64_t x, std::int64_t y, std::int64_t z, std::uint64_t seed)
{
    std::uint64_t h = static_cast<std::uint64_t>(x) * 0x8da6b343ULL ^ static_cast<std::uint64_t>(y) * 0xd8163841ULL ^
                      static_cast<std::uint64_t>(z) * 0xcb1ab31fULL ^ seed;
    h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93ULL;
    h ^= h >> 32;
    return static_cast<double>(h & 0xffffffU) * (2.0 / 16777215.0) - 1.0;
}

} // namespace

double valueNoise(Vec3 p, std::uint64_t seed)
{
    const double fx = std::floor(p.x);
    const double fy = std::floor(p.y);
    const double fz = std::floor(p.z);
    const auto x = static_cast<std::int64_t>(fx);
    const auto y = static_cast<std::int64_t>(fy);
    const auto z = static_cast<std::int64_t>(fz);
    const auto fade = [](double t) { return t * t * (3 - 2 * t); };
    const double u = fade(p.x - fx);
    const double v = fade(p.y - fy);
    const double w = fade(p.z - fz);
    const auto plane = [&](std::int64_t k) {
        return mix(mix(corner(x, y, k, seed), corner(x + 1, y, k, seed), u),
                   mix(corner(x, y + 1, k, seed), corner(x + 1, y + 1, k, seed), u), v);
    };
    return mix(plane(z), plane(z + 1), w);
}

double roughNoise(Vec3 p, std::uint64_t seed)
{
    return (valueNoise(p, seed) + 0.5 * valueNoise(2.03 * p, seed + 1)) / 1.5;
}

} // namespace grading::phantom
