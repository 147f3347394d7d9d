#pragma once

#include "Identities.h"
#include "Rules.h"

#include "grading/dicom/Pseudonyms.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

namespace grading {

/// What cleaning goes by; all of it outlives the call.
struct Cleaning {
    const DeidentifyOptions& options;
    const Rules& rules;
    const Identities& identities;
    const Pseudonyms& pseudonyms;
};

/// Applies the rules to a data set whose text is UTF-8, at every depth, and says in it how it was de-identified
/// (PS3.15 E.1.1, PS3.3 C.7.1.1). Pixel data stay untouched.
void cleanDataset(DcmItem& dataset, const Cleaning& cleaning);

/// The patient's id, or what stands for it where it is missing: the name, else the study.
[[nodiscard]] std::string patientKey(DcmItem& dataset);

} // namespace grading
