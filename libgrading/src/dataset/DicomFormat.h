#pragma once

#include "Format.h"

namespace grading {

/// Images of marked series, segmentations and reports without identity, under
/// dicom/sub-0001/ses-01/<series>/<instance>.dcm, and the tables. Needs the request's key file.
class DicomFormat : public Format {
public:
    [[nodiscard]] bool usesImages() const override { return true; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

} // namespace grading
