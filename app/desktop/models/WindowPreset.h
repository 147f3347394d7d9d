#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <QString>

#include <array>

namespace foragrade {

/// Windows for images whose values have no unit, as those of MR: each relative to the image's own range of values.
enum class WindowPreset { Scanner, Tissue, FullRange, Contrast, Bright, Dark };

inline constexpr std::array<WindowPreset, 6> allWindowPresets{WindowPreset::Scanner,   WindowPreset::Tissue,
                                                              WindowPreset::FullRange, WindowPreset::Contrast,
                                                              WindowPreset::Bright,    WindowPreset::Dark};
[[nodiscard]] QString titleOf(WindowPreset preset); ///< "Bright tissue: fat on T1"

/// `Scanner` without a window in the file is the tissue's.
[[nodiscard]] grading::DisplayWindow windowOf(WindowPreset preset, const grading::Stack& stack,
                                              const grading::Volume& volume);

/// What a stack is first shown with: the preset that the reader chose for its role last, else the scanner's, and where
/// that leaves the tissue black or white, the tissue's.
[[nodiscard]] WindowPreset openingPreset(const grading::Stack& stack, const grading::Volume& volume);
void keepAsDefault(WindowPreset preset, const grading::Stack& stack);

} // namespace foragrade
