#pragma once

#include "ImageHeader.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

namespace grading {

/// Where one frame's attributes are: in the dataset itself (single-frame), or in its functional group, then the shared
/// one (enhanced multi-frame, PS3.3 C.7.6.16).
class FrameAttributes {
public:
    /// `frame` from 0.
    FrameAttributes(DcmItem& dataset, int frame);

    /// The item that holds the attributes of functional group `sequence` for this frame; none if there is none.
    [[nodiscard]] DcmItem* group(const DcmTagKey& sequence) const;
    /// The same, or else the dataset itself.
    [[nodiscard]] DcmItem& groupOrDataset(const DcmTagKey& sequence) const;

private:
    DcmItem* m_dataset;
    DcmItem* m_perFrame = nullptr;
    DcmItem* m_shared = nullptr;
};

/// Fills geometry, acquisition, keys and window. False when the frame has no place in the patient.
bool readFrame(DcmItem& dataset, int frame, FrameHeader& header);

} // namespace grading
