#pragma once

#include "grading/dicom/StructuredReport.h"

namespace grading {

/// Whether any foramen was graded on marks whose image is at hand: without one there are no key images.
[[nodiscard]] bool hasKeyImages(const ReportRequest& request);

/// Writes a Key Object Selection (PS3.3 A.35.4, PS3.16 TID 2010, title "Of Interest") of the images that the foramina
/// were graded on, each once, so that any viewer can show them first; its description says which foramen is seen on
/// which. The same state of a reading gives the same uids.
/// NotFound: no key image. Unreadable: an image is gone. Io.
Result<void> writeKeyObjects(const std::filesystem::path& path, const ReportRequest& request);

} // namespace grading
