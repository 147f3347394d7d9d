#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/imaging/Volume.h"
#include "grading/marks/Contour.h"
#include "grading/marks/Structure.h"
#include "grading/reading/ForamenReading.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// One structure's lines on a key image, in its pixels: (0,0) is the picture's upper left corner.
struct KeyImageOutline {
    Structure structure = Structure::NerveRoot;
    std::vector<std::vector<SlicePoint>> lines; ///< closed
};

/// A square picture around one marked foramen, as a radiologist would crop it: 8-bit grey, square pixels, the slice as
/// it was acquired (never mirrored), black outside the image.
struct KeyImage {
    Foramen foramen;
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    Millimetres pixelSize;
    std::vector<std::uint8_t> grey;                                   ///< width × height, row by row from the top
    std::string leftLetters, rightLetters, topLetters, bottomLetters; ///< Patient directions at the picture's edges.
    std::vector<KeyImageOutline> outlines;
    std::string caption; ///< "sagittal T1, slice 7 of 17"
};

/// The graded slice (`slice`, from 0) of `marks` cut out of `volume` around the marks, 64 mm wide. Expects a volume on
/// the marks' grid and a slice inside it.
[[nodiscard]] KeyImage cutKeyImage(const Foramen& foramen, const StackMarks& marks, int slice, const Volume& volume,
                                   const DisplayWindow& window);

} // namespace grading
