#pragma once

#include "grading/base/Result.h"
#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/LabelMap.h"
#include "grading/measure/MeasurementParameters.h"
#include "grading/measure/Measurements.h"

#include <optional>
#include <utility>
#include <vector>

namespace grading {

/// What the reader adds to the marks.
struct MeasureRequest {
    std::optional<int>
        slice;              ///< From 0: the one graded on; else the one with the largest root (lower number if equal).
    bool noFatSeen = false; ///< Fat was looked for and none seen.
    std::optional<std::pair<PatientPoint, PatientPoint>> pedicleLine; ///< The two facing pedicle margins, any order.
    std::optional<RootReference> otherSide;                           ///< The same level's other root.
    std::vector<RootReference> neighbours; ///< Same side, the levels above and below; used where no other side is.
    MeasurementParameters parameters;
};

/// From marks to findings (grading.md): every slice with a root is measured in its own plane.
/// Mismatch: marks and geometry differ in size. NotFound: no root at all, or none on the asked slice.
/// Unsupported: slices too far from sagittal to have both a superior and an anterior direction.
[[nodiscard]] Result<Measurements> measure(const LabelMap& marks, const VolumeGeometry& geometry,
                                           const MeasureRequest& request = {});

} // namespace grading
