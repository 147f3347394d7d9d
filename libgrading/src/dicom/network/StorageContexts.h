#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/scu.h>

namespace grading {

/// Offers to take objects of the kinds that belong to an MR study, images in every transfer syntax that can be read
/// here: each in a context of its own, since a peer sends an image only as it is stored. They are fewer than the 128
/// that an association may have (PS3.8 section 9.3.2.2).
void addStorageContexts(DcmSCU& scu);

} // namespace grading
