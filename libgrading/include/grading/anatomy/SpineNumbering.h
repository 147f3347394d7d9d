#pragma once

#include "grading/anatomy/Foramen.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// How a study's vertebrae are counted. Belongs to a reading of a study, since readers may differ.
struct SpineNumbering {
    enum class Castellvi { None, I, II, III, IV };
    enum class Transition { None, LumbarisedS1, SacralisedL5 };
    enum class CountedFrom { Unknown, C2, T12Ribs, Iliolumbar, Sacrum, Localizer };

    int thoracic = 12; ///< 11, 12 or 13
    int lumbar = 5;    ///< 4, 5 or 6
    Transition transition = Transition::None;
    Castellvi castellvi = Castellvi::None;
    CountedFrom countedFrom = CountedFrom::Unknown;
    bool isCertain = true; ///< False when the reader marked the numbering as unsure.

    bool operator==(const SpineNumbering&) const = default;

    /// Every level from C2-C3 to the sacrococcygeal one, from the head.
    [[nodiscard]] std::vector<Level> levels() const;
    [[nodiscard]] bool has(const Level& level) const;
    /// Both sides of the levels whose upper vertebra is of that region, T12-L1 not among the lumbar ones.
    [[nodiscard]] std::vector<Foramen> foramina(Region region) const;
    /// The vertebra below, none below the last.
    [[nodiscard]] std::optional<Vertebra> below(const Vertebra& vertebra) const;
};

// Keys for JSON and stores; parse… is the way back.
[[nodiscard]] std::string_view name(SpineNumbering::Castellvi castellvi);     ///< "none", "I", … "IV"
[[nodiscard]] std::string_view name(SpineNumbering::Transition transition);   ///< "none", "lumbarisedS1", …
[[nodiscard]] std::string_view name(SpineNumbering::CountedFrom countedFrom); ///< "unknown", "C2", "T12Ribs", …
[[nodiscard]] std::optional<SpineNumbering::Castellvi> parseCastellvi(std::string_view name);
[[nodiscard]] std::optional<SpineNumbering::Transition> parseTransition(std::string_view name);
[[nodiscard]] std::optional<SpineNumbering::CountedFrom> parseCountedFrom(std::string_view name);

} // namespace grading
