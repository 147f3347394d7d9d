#pragma once

#include "Format.h"

namespace grading {

/// BIDS derivatives 1.8: sub-0001/ses-01/anat/sub-0001_ses-01_acq-sag1_desc-reader01_dseg.nii.gz with its JSON, the
/// images beside them, dseg.tsv, participants.tsv, and readings.tsv and marks.tsv outside of the standard.
class BidsFormat : public Format {
public:
    [[nodiscard]] bool usesImages() const override { return true; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

} // namespace grading
