#pragma once

#include "grading/imaging/SeriesCatalogue.h"

#include <string>
#include <vector>

namespace foragrade {

/// Which stacks hang side by side, by role: sagittal T1, sagittal T2 (else another sagittal), axial T2 (else another
/// axial). What a study lacks leaves no hole: one to three stack ids, none for a study without images. Of several of
/// one role the one with the most slices is taken, never a localizer while there is anything else.
[[nodiscard]] std::vector<std::string> hang(const grading::Study& study);

} // namespace foragrade
