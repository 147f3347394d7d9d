#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/LabelMap.h"

#include <string>
#include <vector>

namespace grading::test {

/// How bad an image is made: Rician noise by its sigma where fat in T1 has 100, and a signal that changes by that share
/// over 100 mm.
struct Degradation {
    double noise = 0;
    double bias = 0;
};

/// One foramen of the phantom on its grading slice, with the truth.
struct PhantomForamen {
    std::string name;
    bool isDeformed = false;
    bool isFatComplete = false; ///< All four sides kept.
    int slice = 0;
    PixelSet root;
    PixelSet fat;
    PixelSet foramen;
};

struct PhantomSeries {
    std::string name; ///< "T1", "T2"
    Volume volume;    ///< Without noise; only the grading slices hold anything.
};

struct PhantomStudy {
    std::vector<PhantomForamen> foramina;
    std::vector<PhantomSeries> series;
};

/// The default phantom's ten lumbar foramina, cropped to the spine. Made once.
[[nodiscard]] const PhantomStudy& phantomStudy();

[[nodiscard]] Volume degraded(const Volume& volume, Degradation degradation);

[[nodiscard]] double dice(const PixelSet& a, const PixelSet& b);

} // namespace grading::test
