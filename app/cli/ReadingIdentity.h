#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/reading/Reading.h"

namespace foragrade {

/// The study as a reading names it; the body part is the first that a series states.
[[nodiscard]] grading::StudyIdentity identityOf(const grading::Study& study);

/// An untouched draft of now.
[[nodiscard]] grading::Reading newDraft(const grading::StudyIdentity& study, grading::Reader reader);

} // namespace foragrade
