#pragma once

#include "ImageHeader.h"

namespace grading {

/// Image Type says LOCALIZER.
[[nodiscard]] bool isMarkedLocalizer(const Acquisition& acquisition);

/// Plane out of the cosines alone; weighting from sequence and times first, words of the description where those are
/// silent; the evidence names what decided.
[[nodiscard]] SeriesRole roleOf(const FrameHeader& frame);

} // namespace grading
