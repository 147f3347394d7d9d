#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <string>

namespace grading {

/// Why an object can't be de-identified without somebody looking at it: text that may be in its pixels, or a kind that
/// the rules don't cover. Empty when there is no reason.
[[nodiscard]] std::string riskOf(DcmItem& dataset);

/// A DICOMDIR, which the output doesn't need.
[[nodiscard]] bool isDirectory(DcmItem& dataset);

enum class ObjectKind { Image, Segmentation, Document, Other };
[[nodiscard]] ObjectKind kindOf(DcmItem& dataset);

} // namespace grading
