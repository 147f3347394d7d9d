#pragma once

#include "grading/anatomy/Vertebra.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <QString>

namespace foragrade {

/// Cervical where most images are, or where a description or body part says so, else lumbar.
[[nodiscard]] grading::Region regionOf(const grading::Study& study);
[[nodiscard]] QString nameOf(grading::Region region); ///< "lumbar", also the key in settings

} // namespace foragrade
