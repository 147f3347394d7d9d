#pragma once

#include "grading/geometry/Patient.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/reading/Reading.h"

#include <optional>
#include <vector>

namespace foragrade {

/// Where a foramen lies, as well as it is known.
struct ForamenPlace {
    grading::PatientPoint point;
    bool isHeightKnown = false; ///< From marks, its own or a neighbour's; else only the distance from the midline is.
};

/// Patient x of the middle of a sagittal stack: taken for the midline.
[[nodiscard]] double midlineOf(const grading::VolumeGeometry& sagittal);

/// From its own marks; else mirrored from the other side's; else one vertebra's height (33 mm a level) on from the
/// nearest marked one; else 17 mm beside the stack's middle. `foramina` from the head, right before left.
[[nodiscard]] ForamenPlace placeOf(const grading::Foramen& foramen, const grading::Reading& reading,
                                   const std::vector<grading::Foramen>& foramina, const grading::Stack& sagittal);

} // namespace foragrade
