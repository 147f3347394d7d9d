#pragma once

#include <QString>

#include <optional>

namespace foragrade {

/// How well `typed` fits `text`: every letter of it must come in the text in that order, whatever the case; spaces
/// count for nothing. Letters that begin a word or follow one another are worth more. None: doesn't fit.
[[nodiscard]] std::optional<int> fuzzyFit(const QString& typed, const QString& text);

} // namespace foragrade
