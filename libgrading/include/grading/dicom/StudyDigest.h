#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <string>

namespace grading {

/// Tells whether a study's files are still the same, wherever they lie: the SHA-256 of the sorted lines
/// "<SOP Instance UID> <SHA-256 of the file>\n". Unreadable, NotFound: a file has gone. Cancelled.
[[nodiscard]] Result<std::string> studyDigest(const Study& study, const Progress& progress = {});

} // namespace grading
