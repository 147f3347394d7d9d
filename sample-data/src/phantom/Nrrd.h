#pragma once

#include "grading/base/Result.h"
#include "phantom/Scan.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace grading::phantom {

/// A label image on a stack's grid as NRRD (teem.sourceforge.net/nrrd/format.html), gzip, in LPS.
[[nodiscard]] Result<void> writeNrrd(const std::filesystem::path& path, const Stack& stack,
                                     const std::vector<std::uint8_t>& labels);

} // namespace grading::phantom
