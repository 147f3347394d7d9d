#pragma once

#include "grading/base/Result.h"

#include <cstdint>
#include <vector>

namespace grading {

/// Decodes a JPEG 2000 codestream of one component, which DCMTK can't. Row by row, `rows` × `columns` values.
/// Unreadable: it doesn't decode, or to another size.
Result<std::vector<std::int32_t>> decodeJpeg2000(std::vector<std::uint8_t> codestream, int rows, int columns);

} // namespace grading
