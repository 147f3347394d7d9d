#pragma once

#include "Parts.h"

#include "grading/base/Progress.h"

#include <map>

namespace grading {

/// Removes the folder of pieces when it holds none.
void removeUnused(const PartsFolder& folder);

/// Makes `out` of the contents of all pieces, by number, and removes their folder.
Result<DataSetSummary> merge(const PartsFolder& folder, const PartsInfo& info, std::map<int, Part> pieces,
                             const std::filesystem::path& out, const Progress& progress);

/// README.md for people who get the data set.
[[nodiscard]] std::string readmeOf(const SetInfo& info);

/// manifest.json: what the data set is and the SHA-256 of every file in it but itself and SHA256SUMS.
[[nodiscard]] std::string manifestOf(const SetInfo& info, const std::vector<DataFile>& files);

} // namespace grading
