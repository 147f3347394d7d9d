#pragma once

#include "grading/anatomy/Vertebra.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Always the patient's own side, never the screen's.
enum class Side { Right, Left };

[[nodiscard]] std::string_view name(Side side); ///< "right", "left"
[[nodiscard]] char letter(Side side);           ///< 'R', 'L'
[[nodiscard]] constexpr Side opposite(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

/// The motion segment that a foramen belongs to, named by its two vertebrae. A sacral foramen has the same vertebra
/// twice ("S1"); the sacrococcygeal level is S5-Co1.
struct Level {
    Vertebra upper;
    Vertebra lower;

    auto operator<=>(const Level&) const = default;
    [[nodiscard]] std::string name() const; ///< "L4-L5", "S1", "S5-Co1"
    [[nodiscard]] Region region() const;    ///< Of the upper vertebra.

    /// "L4-L5", "L5-S1", "S1"; any case. None when the two vertebrae aren't neighbours in some spine with 12–13
    /// thoracic and 4–6 lumbar vertebrae.
    [[nodiscard]] static std::optional<Level> parse(std::string_view name);
};

/// One opening where a nerve root leaves the spine.
struct Foramen {
    Level level;
    Side side = Side::Right;

    auto operator<=>(const Foramen&) const = default;
    [[nodiscard]] std::string key() const;                ///< "L4-L5:R", as the command line writes it
    [[nodiscard]] std::string title() const;              ///< "L4-L5 right"
    [[nodiscard]] std::string trackingIdentifier() const; ///< "L4-L5 R neural foramen" (dicom.md)

    /// The root that leaves here: C2-C3 → "C3", C7-T1 → "C8", from T1-T2 on the upper vertebra's number (L4-L5 → "L4").
    [[nodiscard]] std::string nerveRoot() const;

    /// "L4-L5:R" or "L4-L5 R", any case.
    [[nodiscard]] static std::optional<Foramen> parse(std::string_view key);
};

} // namespace grading
