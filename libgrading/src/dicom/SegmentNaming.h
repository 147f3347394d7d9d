#pragma once

#include "grading/dicom/ImportMarks.h"

#include <string>

namespace grading {

/// Gives each segment its foramen and structure as the request says; what isn't said stays without foramen.
/// NotFound: the map names a segment that isn't there. Unsupported: nothing says what a segment is.
Result<void> nameSegments(Segmentation& marks, const std::string& file, const MarksRequest& request, Issues& issues);

} // namespace grading
