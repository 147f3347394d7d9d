#pragma once

#include "grading/anatomy/Vertebra.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <QString>

#include <map>

namespace foragrade {

/// Cervical where most images are, or where a description or body part says so, else lumbar.
[[nodiscard]] grading::Region regionOf(const grading::Study& study);
[[nodiscard]] QString nameOf(grading::Region region); ///< "lumbar", also the key in settings

/// Patient x of the middle of the sagittal stack with the most slices, by frame of reference: taken for the midline.
[[nodiscard]] std::map<grading::Uid, double> midlinesOf(const grading::Study& study);

} // namespace foragrade
