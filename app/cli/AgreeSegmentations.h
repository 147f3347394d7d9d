#pragma once

#include "grading/agreement/ReadingAgreement.h"
#include "grading/base/Result.h"

#include <string>

namespace foragrade {

/// How the marks of two DICOM Segmentations lie on each other, foramen by foramen. Both are placed on the images of the
/// folder, or, where none is named, on a grid that holds the planes of both. Mismatch: other studies, frames of
/// reference or grids. NotFound: they mark no foramen in common.
[[nodiscard]] grading::Result<grading::ReadingsOverlap>
compareSegmentations(const std::string& first, const std::string& second, const std::string& folder);

} // namespace foragrade
