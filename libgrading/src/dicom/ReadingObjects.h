#pragma once

#include "grading/dicom/StructuredReport.h"

#include <optional>
#include <string_view>

namespace grading {

[[nodiscard]] std::string_view comprehensive3dSr(); ///< SOP class

/// The signed report that this revision corrects; none for the first.
[[nodiscard]] std::optional<ObjectReference> revisedReport(const Reading& reading);

} // namespace grading
