#pragma once

#include "grading/geometry/Patient.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>

#include <optional>
#include <string>
#include <vector>

namespace grading {

/// Values of a DICOM item, forgiving: an absent, empty, malformed or monstrously long element is no value.

/// All values of a text element, padding trimmed, as bytes.
[[nodiscard]] std::vector<std::string> textValues(DcmItem& item, const DcmTagKey& tag);
/// The first value, or empty.
[[nodiscard]] std::string firstText(DcmItem& item, const DcmTagKey& tag);
/// All of it (backslashes included where they are text), in UTF-8, by the terms of `characterSet`.
[[nodiscard]] std::string utf8Text(DcmItem& item, const DcmTagKey& tag, const std::vector<std::string>& characterSet);

/// All values of a numeric or numeric-string element; empty when one of them isn't a finite number.
[[nodiscard]] std::vector<double> numberValues(DcmItem& item, const DcmTagKey& tag);
[[nodiscard]] std::optional<double> firstNumber(DcmItem& item, const DcmTagKey& tag);
[[nodiscard]] long wholeNumber(DcmItem& item, const DcmTagKey& tag, long otherwise);

/// The first item of a sequence, or none.
[[nodiscard]] DcmItem* itemOf(DcmItem& item, const DcmTagKey& sequence);

} // namespace grading
