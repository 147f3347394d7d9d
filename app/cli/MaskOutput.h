#pragma once

#include "grading/agreement/ReadingAgreement.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace foragrade {

/// One entry a foramen and pair of readers; a null has its reason in the entry's `reasons`.
[[nodiscard]] nlohmann::ordered_json masksToJson(const std::vector<grading::ForamenOverlap>& overlaps);
/// One entry a pair of readers and structure: means over the foramina that both marked, the largest Hausdorff distance.
[[nodiscard]] nlohmann::ordered_json maskSummaryToJson(const std::vector<grading::ForamenOverlap>& overlaps);

/// For people, on stdout.
void printMasks(const std::vector<grading::ForamenOverlap>& overlaps);

} // namespace foragrade
