#pragma once

#include "Connection.h"

#include <functional>
#include <vector>

namespace grading {

/// Brings a store of the version before to this one, inside the caller's transaction.
using Migration = std::function<void(Connection&)>;

/// One entry a version, from the first; the next version appends its own and changes none.
[[nodiscard]] std::vector<Migration> migrations();

} // namespace grading
