#pragma once

#include "grading/imaging/SeriesCatalogue.h"
#include "grading/imaging/Volume.h"

#include <QString>

#include <array>

namespace foragrade {

/// Windows for images whose values have no unit, as those of MR: each relative to the image's own range of values.
enum class WindowPreset { Scanner, FullRange, Contrast, Bright, Dark };

inline constexpr std::array<WindowPreset, 5> allWindowPresets{
    WindowPreset::Scanner, WindowPreset::FullRange, WindowPreset::Contrast, WindowPreset::Bright, WindowPreset::Dark};
[[nodiscard]] QString titleOf(WindowPreset preset); ///< "Bright tissue: fat on T1"

/// `Scanner` without a window in the file is the full range.
[[nodiscard]] grading::DisplayWindow windowOf(WindowPreset preset, const grading::Stack& stack,
                                              const grading::Volume& volume);

/// What stacks of this role are first shown with: the preset that the reader chose for it last, else the scanner's.
[[nodiscard]] WindowPreset defaultPreset(const grading::Stack& stack);
void keepAsDefault(WindowPreset preset, const grading::Stack& stack);

} // namespace foragrade
