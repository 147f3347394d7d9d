#pragma once

#include "grading/reading/Assessment.h"

#include <QStringList>

namespace foragrade {

/// Why the basis of an assessment admits its grades, in the window's language: in English the words of
/// `Suggestion::reasons`, without the last, which names the grades. `findings` are the reader's own, for a suggestion
/// that doesn't come from marks. What a reader or an importer noted stays as it is.
[[nodiscard]] QStringList reasonsOf(const grading::Assessment& assessment, const grading::FindingSet& findings);

} // namespace foragrade
