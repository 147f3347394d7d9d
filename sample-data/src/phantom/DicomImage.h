#pragma once

#include "phantom/Phantom.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace grading::phantom {

struct SlicePlace {
    const Stack& stack;
    int slice = 0;    ///< from 0 in the stack
    int instance = 0; ///< Instance Number in the series
};

/// The slice's SOP Instance UID.
[[nodiscard]] std::string instanceUid(const SeriesPlan& series, int instance);

/// One MR Image Storage object (PS3.3 A.4), explicit little endian.
[[nodiscard]] Result<void> writeMrImage(const std::filesystem::path& path, const StudyPlan& study,
                                        const SeriesPlan& series, const SlicePlace& place,
                                        const std::vector<std::uint16_t>& pixels);

} // namespace grading::phantom
