#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/base/Result.h"

#include <filesystem>
#include <vector>

namespace grading {

/// What `validateObjects` looked at and found. An Issue of severity Error is a fault; Warning is odd; Info is what
/// can't be judged from the files given.
struct ValidationResult {
    int reports = 0;
    int segmentations = 0;
    int others = 0; ///< DICOM objects that are neither, taken as possible targets of references.
    Issues issues;  ///< `where` names the file.

    [[nodiscard]] bool isFaultless() const; ///< No Error among the issues.
};

/// Reads every SR and SEG among the files (folders with all below them), ours and others', and checks that each is
/// whole and says what it must, that bits fill its pixels, planes lie on a grid, every reference resolves among the
/// files (segmentations and segments always; images where any image of their series is given), evidence covers the
/// content, tracking identifiers agree, codes are well formed and private coding schemes declared. NotFound: a path
/// that isn't there. Unreadable: neither SR nor SEG among the files. Cancelled.
Result<ValidationResult> validateObjects(const std::vector<std::filesystem::path>& paths,
                                         const Progress& progress = {});

} // namespace grading
