#pragma once

#include "Format.h"

namespace grading {

/// The tables of the RSNA 2024 lumbar challenge under their own names and columns: train.csv,
/// train_label_coordinates.csv and train_series_descriptions.csv. With several readers each one's first two lie in a
/// folder of the reader's name.
class RsnaFormat : public Format {
public:
    // They tell the weighting of series.
    [[nodiscard]] bool usesImages() const override { return true; }
    [[nodiscard]] bool usesImagesOfUnmarkedStudies() const override { return true; }
    Result<void> addStudy(const StudyInput& input, StudyPart& part) const override;
    [[nodiscard]] std::vector<TextFile> wholeFiles(const Rows& rows, const SetInfo& info) const override;
    [[nodiscard]] std::string layout() const override;
};

} // namespace grading
