#pragma once

#include "grading/marks/LabelMap.h"

namespace grading {

/// How one structure is put together with other pixels.
enum class SetOperation { Unite, Subtract, Intersect };

/// The structure's pixels on the slice become exactly `shape`, except where another structure is: that stays.
[[nodiscard]] LabelMap reshaped(const LabelMap& marks, int slice, Structure structure, const PixelSet& shape);

/// The structure united with, without, or within other pixels, such as another structure's there or on the next slice.
/// What it gains it takes from others; what it loses becomes unmarked.
[[nodiscard]] LabelMap combined(const LabelMap& marks, int slice, Structure structure, SetOperation operation,
                                const PixelSet& other);

} // namespace grading
