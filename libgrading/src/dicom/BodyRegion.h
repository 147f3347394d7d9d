#pragma once

#include "grading/imaging/SeriesCatalogue.h"

#include <optional>
#include <string_view>

namespace grading {

/// The part of the spine that words name, in English, German, French, Italian, Spanish or Japanese; none when they name
/// no part or two.
[[nodiscard]] std::optional<Region> regionInWords(std::string_view words);

/// By how far apart a series' disc-angled stacks lie: discs follow each other every 15–20 mm in the neck, every 32–40
/// mm in the lumbar spine (vertebral and disc heights: Panjabi et al., Spine 1991;16:861 and 1992;17:299).
[[nodiscard]] std::optional<Region> regionByDiscs(const std::vector<Stack>& stacks);

/// Gives each stack its region: by Body Part Examined, else the series' description, else the study's, else geometry.
/// Adds an Issue where these disagree, or where the series' description names another plane than the cosines.
void describeBody(Series& series, const Study& study);

} // namespace grading
