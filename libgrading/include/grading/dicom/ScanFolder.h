#pragma once

#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace grading {

struct ScanOptions {
    int jobs = 0; ///< Files read at a time; 0: as many as the machine has cores.
    /// Where scans are remembered (`scanCacheFolder`), by each file's path, size and times; empty: nowhere. What is
    /// remembered holds names of patients; the folder is made readable to its owner alone.
    std::filesystem::path cache = {};
    /// Files changed less than this ago aren't remembered: their times may not show the next change.
    std::chrono::milliseconds settling{2000};
};

/// $XDG_CACHE_HOME/foragrade/scans, else ~/.cache/foragrade/scans; empty when there is no home.
[[nodiscard]] std::filesystem::path scanCacheFolder();

/// Reads the headers (never the pixels) of every DICOM file in `paths`: folders with all below them, DICOMDIRs, single
/// files. Splits each series into stacks of parallel slices on one line; what is odd becomes an Issue.
/// The catalogue is the same whatever the files' names and order. Files that aren't images (reports, segmentations)
/// count as read and make no stack. NotFound: a path that isn't there. Cancelled. A folder without any usable image is
/// an empty catalogue, not an error.
Result<SeriesCatalogue> scanFolder(const std::vector<std::filesystem::path>& paths, const ScanOptions& options = {},
                                   const Progress& progress = {});

} // namespace grading
