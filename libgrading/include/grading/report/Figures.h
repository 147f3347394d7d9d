#pragma once

#include "grading/report/Drawing.h"
#include "grading/report/Report.h"

namespace grading::report {

/// Which way a theme draws: ink on paper, or light lines on a dark panel.
struct RoseColours {
    Drawing::Colour ink = palette::ink;
    Drawing::Colour muted = palette::muted;
    Drawing::Colour line = palette::line;
    Drawing::Colour ground = palette::paper;
};

/// The fat rose, 200 × 200: root silhouette in the middle, the fat as the rays met it to scale in mm, the four sides
/// tinted by their state, around it a ring that tells for each ray whether it met fat, and the letters S I A P placed
/// as in the image.
[[nodiscard]] Drawing drawFatRose(const FatRose& rose, const RoseColours& colours = {});

/// The spine from the front with each foramen's grade at its side, the patient's right on the left of the page.
[[nodiscard]] Drawing drawSpine(const Report& report);

/// What lies over a key image, in its pixels: direction letters and a 10 mm scale, and the marks' outlines if asked.
[[nodiscard]] Drawing drawOverKeyImage(const KeyImage& image, bool withMarks);

} // namespace grading::report
