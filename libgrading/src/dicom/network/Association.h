#pragma once

#include "grading/dicom/Pacs.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/scu.h>

namespace grading {

/// Opens an association for the presentation contexts that `scu` has. Its destructor ends it.
Result<void> connect(DcmSCU& scu, const PacsPeer& peer);

/// "PACS 'hospital'"
[[nodiscard]] std::string said(const PacsPeer& peer);
/// What became of a call, in words.
[[nodiscard]] Error errorOf(const OFCondition& condition, const PacsPeer& peer);
/// The peer answered with a status that isn't success, such as "0xa700".
[[nodiscard]] Error refusal(Uint16 status, const PacsPeer& peer);
[[nodiscard]] Error cancelled(const PacsPeer& peer);

/// Implicit and explicit VR, which every peer knows.
[[nodiscard]] OFList<OFString> plainSyntaxes();

} // namespace grading
