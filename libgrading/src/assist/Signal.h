#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

#include <vector>

namespace grading::detail {

/// The value below which `share` (0–1) of the values lie. Expects some values.
[[nodiscard]] double percentile(std::vector<double> values, double share);

[[nodiscard]] std::vector<double> valuesOf(const Volume& volume, int slice, const PixelSet& pixels);

/// Otsu's threshold (IEEE Trans SMC 1979;9:62-66): parts the values into the two classes that differ most. Expects some
/// values.
[[nodiscard]] double otsuThreshold(const std::vector<double>& values);

/// Mean place of the pixels. Expects some pixels.
[[nodiscard]] SlicePoint centroid(const PixelSet& pixels);

} // namespace grading::detail
