#pragma once

#include "CleanDataset.h"

#include "grading/base/Result.h"

#include <filesystem>
#include <set>
#include <string>

namespace grading {

/// What may stand in the output as a day: dummies and the source's dates as shifted.
struct AllowedDays {
    std::set<std::string> days;
};

/// Reads a written file anew and searches it: its bytes in every encoding, the decoded text of every element, and what
/// may not be there whatever it says (private elements, overlays, source uids, foreign dates, person names that are no
/// pseudonyms). Nothing found: an empty string; else what and where, without the value. Unreadable.
Result<std::string> findLeak(const std::filesystem::path& written, const Identities& identities,
                             const AllowedDays& allowed);

} // namespace grading
