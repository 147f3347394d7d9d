#pragma once

#include "grading/agreement/MaskOverlap.h"
#include "grading/agreement/Ratings.h"
#include "grading/base/Issue.h"
#include "grading/reading/Reading.h"

#include <optional>
#include <string>
#include <vector>

namespace grading {

/// The grades of several readings as ratings on the 0–3 scale: an item is a foramen of a study, its patient the study's
/// patient (the study itself where it names none). Not gradable and not read are missing ratings. Expects at most one
/// reading of a study by one reader.
[[nodiscard]] Ratings ratingsFromReadings(const std::vector<Reading>& readings);

/// How well two readers' marks of one foramen on one stack agree. None: neither marked it, or, for the foramen, not
/// both outlined it.
struct MarksOverlap {
    std::optional<MaskOverlap> nerveRoot;
    std::optional<MaskOverlap> perineuralFat;
    std::optional<MaskOverlap> foramen; ///< The union of root, fat and outline.
};
/// Expects maps on that grid.
[[nodiscard]] MarksOverlap overlapOf(const LabelMap& first, const LabelMap& second, const VolumeGeometry& geometry);

/// Two readers' marks of one foramen; of two label images alone only `first` and `second`, their names, are known.
struct ForamenOverlap {
    Uid study;
    std::optional<Foramen> foramen;
    std::string stackId;
    std::string first; ///< Reader's name.
    std::string second;
    MarksOverlap marks;
};

struct ReadingsOverlap {
    std::vector<ForamenOverlap> foramina; ///< By study, pair of readers, foramen.
    /// Readers who number a spine differently (the same name may mean another place), marks on other grids.
    Issues issues;
};

/// Each foramen that two readers marked on the same stack.
[[nodiscard]] ReadingsOverlap overlapOf(const std::vector<Reading>& readings);

} // namespace grading
