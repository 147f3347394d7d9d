#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/imaging/SeriesRole.h"
#include "grading/scoring/Grade.h"

#include <QString>

#include <string_view>
#include <vector>

namespace foragrade {

/// The library's words ("facet hypertrophy", "nerve root") in the window's language.
[[nodiscard]] QString said(std::string_view word);
[[nodiscard]] QString said(const grading::Foramen& foramen); ///< "L4-L5 right"
[[nodiscard]] QString said(const grading::Grade& grade);     ///< "Grade 1 (mild)"
[[nodiscard]] QString said(const grading::SeriesRole& role); ///< "sagittal T1"

/// All that `said` translates.
[[nodiscard]] const std::vector<const char*>& translatedWords();

} // namespace foragrade
