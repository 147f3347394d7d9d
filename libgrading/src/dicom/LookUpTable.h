#pragma once

#include "HeaderItem.h"

#include "grading/imaging/DisplayWindow.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace grading {

/// A DICOM look-up table (PS3.3 C.11.1, C.11.2): what stands for an input. Inputs beyond either end take the end's.
struct LookUpTable {
    std::int32_t first = 0; ///< The first input mapped.
    std::vector<std::uint16_t> outputs;

    [[nodiscard]] std::int32_t at(std::int32_t input) const;
};

/// The first item of `sequence`. None when there is none or it makes no sense. `hasSignedInput`: by what it is applied
/// to.
[[nodiscard]] std::optional<LookUpTable> readLookUpTable(const HeaderItem& holder, const DcmTagKey& sequence,
                                                         bool hasSignedInput);

/// All windows that a file (or the functional group `voi` of its frame) proposes. A file with a VOI look-up table alone
/// gives the window over which that table rises.
[[nodiscard]] std::vector<NamedWindow> windowsOf(const HeaderItem& voi, const HeaderItem& dataset);

} // namespace grading
