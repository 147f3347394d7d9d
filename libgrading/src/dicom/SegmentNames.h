#pragma once

#include "grading/dicom/Segmentation.h"

#include <optional>
#include <string>

/// What a segment of others says of itself, by its codes, else by the words of its label. Nothing is guessed: without
/// a word there is no answer, and contradicting words are none.
namespace grading {

[[nodiscard]] std::optional<SegmentContent> contentSaid(const Segment& segment);
[[nodiscard]] std::optional<Foramen> foramenSaid(const Segment& segment);

} // namespace grading
