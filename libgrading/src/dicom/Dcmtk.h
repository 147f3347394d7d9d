#pragma once

namespace grading {

/// Registers DCMTK's decoders and silences its log, once; call before using DCMTK. Any thread.
void prepareDcmtk();

/// True when pixel data are in fragments. DCMTK 3.6.9 asks it by another name than 3.6.7.
template <class TransferSyntax>
bool isEncapsulated(const TransferSyntax& syntax)
{
    if constexpr (requires { syntax.usesEncapsulatedFormat(); })
        return syntax.usesEncapsulatedFormat();
    else
        return syntax.isEncapsulated();
}

} // namespace grading
