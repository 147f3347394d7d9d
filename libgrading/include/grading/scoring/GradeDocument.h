#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Issue.h"
#include "grading/geometry/VolumeGeometry.h"
#include "grading/scoring/Suggest.h"

#include <string>

namespace grading {

/// What a measured grade of this foramen on this grid should be read with care for: a cervical foramen on true sagittal
/// slices under-grades, 30° oblique ones are the reference (doi 10.1055/a-0612-8205).
[[nodiscard]] Issues cautionsFor(const Foramen& foramen, const VolumeGeometry& geometry);

/// One foramen's measurements and suggestion as JSON, `foragrade/grade/1` (docs/schemas/grade-1.schema.json). Slices
/// are counted from 1. `issues` come before the measurements' own.
[[nodiscard]] std::string gradeDocument(const Foramen& foramen, const Measurements& measurements,
                                        const GradingScheme& scheme, const Issues& issues = {});

} // namespace grading
