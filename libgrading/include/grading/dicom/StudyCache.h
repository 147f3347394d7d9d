#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/base/Uid.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace grading {

/// $XDG_CACHE_HOME/foragrade/studies, else ~/.cache/foragrade/studies; empty when there is no home.
[[nodiscard]] std::filesystem::path studyCacheFolder();

/// A study of a PACS on this disk.
struct CachedStudy {
    std::filesystem::path folder; ///< Its name and its files' tell nothing of whose study it is.
    std::string digest;           ///< As `studyDigest` gives it.
    Issues issues;                ///< "altered-images" when it isn't the digest asked for.
};

/// What was fetched before, if it is still what `digest` says, else what the peer of that name in the configuration has
/// now (grading/dicom/Pacs.h); with an empty digest always that. Errors as of `findPacsPeer` and `getStudy`; none of
/// them names the study. The folders are their owner's alone.
[[nodiscard]] Result<CachedStudy> cachedStudy(const std::string& peer, const Uid& study, const std::string& digest,
                                              const Progress& progress = {});

struct StudyCacheSize {
    int studies = 0;
    std::uintmax_t bytes = 0;
};

[[nodiscard]] StudyCacheSize studyCacheSize();
/// Also takes away what a killed program left half fetched. Io.
Result<void> emptyStudyCache();

} // namespace grading
