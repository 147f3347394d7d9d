#pragma once

#include "grading/base/Result.h"
#include "phantom/Phantom.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace grading::phantom {

/// The foramen's label image on that grid, at voxel centres: 1 nerve root, 2 perineural fat, 3 rest. Slices whose plane
/// passes the foramen within 5 mm of its middle.
[[nodiscard]] std::vector<std::uint8_t> labels(const Anatomy& anatomy, const ForamenShape& foramen, const Stack& stack);

/// From 1: the slice that passes nearest to the root's centre.
[[nodiscard]] int gradedSlice(const Anatomy& anatomy, const ForamenShape& foramen, const Stack& stack);

/// Label images, truth.json and reading.json. Returns how many files.
[[nodiscard]] Result<std::size_t> writeTruth(const std::filesystem::path& folder, const Anatomy& anatomy,
                                             const StudyPlan& study, const Options& options);

} // namespace grading::phantom
