#pragma once

#include "ProjectRows.h"

namespace grading {

/// When the first signed revision was signed, by the store's clock. Lets soci_error through.
[[nodiscard]] Timestamp signedFirst(Connection& connection, const Uid& reading);
/// From when on the study may be read again.
[[nodiscard]] Timestamp washoutEnd(Timestamp signedAt, const Protocol& protocol);

} // namespace grading
