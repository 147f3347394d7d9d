#pragma once

#include "ProjectRows.h"

namespace grading {

/// That a reading has all that its project's protocol asks for before it is signed. Refused naming the first foramen
/// that lacks something.
[[nodiscard]] Result<void> checkComplete(const Protocol& protocol, const Reading& reading);

} // namespace grading
