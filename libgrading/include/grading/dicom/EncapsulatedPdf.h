#pragma once

#include "grading/dicom/StructuredReport.h"

namespace grading {

/// Wraps the report for people into a DICOM object (Encapsulated PDF, PS3.3 A.45.1) of the same patient and study, so
/// that it can be kept in a PACS. InvalidArgument: `pdf` isn't a PDF. NotFound, Unreadable: the images are gone. Io.
Result<void> writeEncapsulatedPdf(const std::filesystem::path& path, const std::string& pdf, const std::string& title,
                                  const ReportRequest& request);

} // namespace grading
