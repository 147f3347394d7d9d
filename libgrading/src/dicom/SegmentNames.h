#pragma once

#include "grading/dicom/Segmentation.h"

#include <optional>
#include <string>

/// What a segment of others says of itself, by its codes, else by the words of its label. Nothing is guessed: without
/// a word there is no answer, and contradicting words are none.
namespace grading {

[[nodiscard]] std::optional<SegmentContent> contentSaid(const Segment& segment);
[[nodiscard]] std::optional<Foramen> foramenSaid(const Segment& segment);

/// A warning for each structure of a foramen (of that one, or of all) that several segments mark, since marks hold one
/// of each: `labelMapOf` joins them.
[[nodiscard]] Issues joinedSegments(const Segmentation& marks, const std::string& file,
                                    const std::optional<Foramen>& only = {});

} // namespace grading
