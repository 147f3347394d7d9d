#pragma once

#include "Format.h"

namespace grading {

/// Tables alone.
class CsvFormat : public Format {
public:
    [[nodiscard]] bool usesImages() const override { return false; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

/// images/sub-0001_ses-01_sag1.nii.gz, labels/sub-0001_ses-01_sag1_reader-01.nii.gz, and the tables.
class NiftiFormat : public Format {
public:
    [[nodiscard]] bool usesImages() const override { return true; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

} // namespace grading
