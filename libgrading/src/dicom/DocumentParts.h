#pragma once

#include "DatasetParts.h"

#include "grading/dicom/StructuredReport.h"

/// What the documents of a reading (report, key objects, encapsulated PDF) have in common.
namespace grading {

/// Adds instances to a sequence of the hierarchical reference macro (PS3.3 C.17.2.1); those of one series must follow
/// one another.
void putReferences(DcmItem& item, const DcmTagKey& sequence, const std::vector<ObjectReference>& references);

/// As the images have them; as the reading names them where it has no images. NotFound, Unreadable: an image is gone.
Result<void> putPatientAndStudy(DcmItem& item, const ReportRequest& request);

} // namespace grading
