#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace grading {

enum class Region { Cervical, Thoracic, Lumbar, Sacral, Coccygeal };

/// One vertebra by its usual name: C1–C7, T1–T13, L1–L6, S1–S5, Co1. T13 and L6 exist in transitional spines.
struct Vertebra {
    Region region = Region::Lumbar;
    int number = 1; ///< From 1, counted from the head within the region.

    auto operator<=>(const Vertebra&) const = default;
    [[nodiscard]] std::string name() const; ///< "L4"

    /// Accepts the usual name in any case. None when there is no such vertebra.
    [[nodiscard]] static std::optional<Vertebra> parse(std::string_view name);
};

} // namespace grading
