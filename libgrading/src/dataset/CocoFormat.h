#pragma once

#include "Format.h"

namespace grading {

/// COCO instances: one picture a marked slice, polygons of roots, fat and foramina, and geometry.json, which tells
/// where each picture lies in the patient.
class CocoFormat : public Format {
public:
    [[nodiscard]] bool usesImages() const override { return true; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

} // namespace grading
