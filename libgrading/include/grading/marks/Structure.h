#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace grading {

/// What a reader marks around one foramen. The numbers are the values of a label image.
enum class Structure : std::uint8_t {
    NerveRoot = 1,
    PerineuralFat = 2,
    ForamenOutline = 3, ///< What is left of the foramen around root and fat; the foramen is the union of all three.
};

inline constexpr std::array<Structure, 3> allStructures{Structure::NerveRoot, Structure::PerineuralFat,
                                                        Structure::ForamenOutline};

[[nodiscard]] std::string_view name(Structure structure); ///< "nerve root", "perineural fat", "foramen outline"
[[nodiscard]] std::string_view key(Structure structure);  ///< "nerveRoot", "perineuralFat", "foramenOutline"

} // namespace grading
