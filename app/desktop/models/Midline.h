#pragma once

#include "grading/imaging/SeriesCatalogue.h"

#include <map>

namespace foragrade {

/// Patient x of the midline: where a reader said it is in that frame of reference, else the middle of the sagittal
/// stack, which is off when the stack isn't centred on the spine.
[[nodiscard]] double midlineOf(const grading::Stack& sagittal);

/// The same of the sagittal stack with the most slices, by frame of reference.
[[nodiscard]] std::map<grading::Uid, double> midlinesOf(const grading::Study& study);

/// For this opening of the study and later ones on this computer; kept in the settings without naming the study, the
/// last 500 of them.
void keepMidline(const grading::Stack& sagittal, double x);

} // namespace foragrade
