#pragma once

#include "phantom/Vec3.h"

#include <cstdint>

namespace grading::phantom {

/// A well-mixed 64-bit number out of two: the source of all chance here, so the same seed gives the same study
/// whatever the number of threads.
[[nodiscard]] std::uint64_t mixBits(std::uint64_t a, std::uint64_t b);

/// Uniform in [0, 1).
[[nodiscard]] double uniform(std::uint64_t bits);

/// A pair of independent standard normal numbers (Box-Muller).
struct NormalPair {
    double first = 0;
    double second = 0;
};
[[nodiscard]] NormalPair normalPair(std::uint64_t bits);

/// Smooth random field with values in [-1, 1] and a grain of one unit of `p`.
[[nodiscard]] double valueNoise(Vec3 p, std::uint64_t seed);

/// Two octaves of `valueNoise`, in [-1, 1].
[[nodiscard]] double roughNoise(Vec3 p, std::uint64_t seed);

} // namespace grading::phantom
