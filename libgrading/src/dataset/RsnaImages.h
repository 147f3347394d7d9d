#pragma once

#include "Format.h"

#include <map>
#include <string>

namespace grading {

/// A stack among the series of an RSNA-style data set.
struct RsnaSeries {
    const Stack* stack = nullptr;
    std::string id; ///< series_id
};

/// "train_image_frames": where each slice is, of series whose files hold many frames.
[[nodiscard]] const Table& rsnaFramesTable();

/// Their images without identity as train_images/<study_id>/<series_id>/<instance_number>.dcm; numbers as in
/// train_label_coordinates.csv. A file of many frames stays whole, with an Issue and rows of `rsnaFramesTable`.
Result<void> addTrainImages(const StudyInput& input, const std::vector<RsnaSeries>& series, StudyPart& part);

} // namespace grading
