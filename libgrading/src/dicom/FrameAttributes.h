#pragma once

#include "HeaderItem.h"
#include "ImageHeader.h"

namespace grading {

/// Where one frame's attributes are: in the dataset itself (single-frame), or in its functional group, then the shared
/// one (enhanced multi-frame, PS3.3 C.7.6.16).
class FrameAttributes {
public:
    /// `frame` from 0.
    FrameAttributes(const HeaderItem& dataset, int frame);

    /// The item that holds the attributes of functional group `sequence` for this frame; none if there is none.
    [[nodiscard]] const HeaderItem* group(const DcmTagKey& sequence) const;
    /// The same, or else the dataset itself.
    [[nodiscard]] const HeaderItem& groupOrDataset(const DcmTagKey& sequence) const;

private:
    const HeaderItem* m_dataset;
    const HeaderItem* m_perFrame;
    const HeaderItem* m_shared;
};

/// Fills geometry, acquisition, keys and windows. False when the frame has no place in the patient.
bool readFrame(const HeaderItem& dataset, int frame, FrameHeader& header);

} // namespace grading
