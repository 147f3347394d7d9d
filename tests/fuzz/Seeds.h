#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace grading::fuzz {

/// Bytes under a name.
struct Seed {
    std::string name;
    std::string bytes;
};

/// One small image of each encoding that is read, an enhanced multi-frame one, and a DICOMDIR.
[[nodiscard]] std::vector<Seed> imageSeeds();

/// Segmentations and reports of a few readings of the seed study, as an export writes them.
struct ObjectSeeds {
    std::vector<Seed> segmentations;
    std::vector<Seed> reports;
};
[[nodiscard]] ObjectSeeds objectSeeds();

[[nodiscard]] std::vector<Seed> readingSeeds();    ///< JSON
[[nodiscard]] std::vector<Seed> labelMapSeeds();   ///< The text of marks on 64 × 48 × 9.
[[nodiscard]] std::vector<Seed> labelImageSeeds(); ///< .nrrd, .nii, .nii.gz, .mha
[[nodiscard]] std::vector<Seed> ratingsSeeds();    ///< CSV

} // namespace grading::fuzz
