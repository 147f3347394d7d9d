#pragma once

#include "grading/base/Issue.h"
#include "grading/imaging/SeriesCatalogue.h"
#include "grading/marks/LabelMap.h"

#include <string>

namespace grading {

/// What the picture shows where no image was made is no evidence, so marks there don't count: the marks without them,
/// and an Issue for each such slice.
[[nodiscard]] LabelMap withoutMissingImages(LabelMap marks, const Stack& stack, const std::string& file,
                                            Issues& issues);

} // namespace grading
