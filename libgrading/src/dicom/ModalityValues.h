#pragma once

#include "PixelReader.h"

#include "grading/imaging/Volume.h"

#include <vector>

namespace grading {

/// Rescaled values of all frames, one after the other, in the narrowest type that holds every one exactly; float when
/// a slope or intercept isn't whole.
[[nodiscard]] Volume::Pixels modalityValues(const std::vector<StoredFrame>& frames);

} // namespace grading
