#pragma once

namespace grading {

/// Registers DCMTK's decoders and silences its log, once; call before using DCMTK. Any thread.
void prepareDcmtk();

} // namespace grading
