#pragma once

#include "Rules.h"

#include "grading/dicom/Deidentify.h"

namespace grading {

/// `deidentify` by rules of the caller's; the leak check doesn't know them.
Result<DeidentifyResult> deidentifyBy(const Rules& rules, const DeidentifyRequest& request,
                                      const Pseudonyms& pseudonyms, const Progress& progress);

} // namespace grading
