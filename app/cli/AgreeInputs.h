#pragma once

#include "grading/agreement/Agreement.h"
#include "grading/agreement/ReadingAgreement.h"

#include <filesystem>
#include <string>
#include <vector>

namespace foragrade {

/// none, linear, quadratic, or a CSV file with a square table of numbers, one line for each value of the scale.
[[nodiscard]] grading::Result<grading::AgreementOptions> readWeights(const std::string& weights);

/// What readers said, and how their marks lie on each other where they come out of a store.
struct AgreeInput {
    grading::Ratings ratings;
    std::vector<grading::ForamenOverlap> marks;
    grading::Issues issues;
};

[[nodiscard]] grading::Result<AgreeInput> readRatings(const std::string& file, const std::vector<double>& scale);

/// The newest revision of every reading in a store: signed ones only, unless `drafts`; of those studies, or of all
/// where none is named. NotFound when there is none.
[[nodiscard]] grading::Result<AgreeInput> readStore(const std::string& store, const std::vector<std::string>& studies,
                                                    bool drafts);

/// Which readings of a labelling study are compared, and for whom.
struct ProjectReads {
    std::string name;
    std::string viewer;
    bool repeats = false; ///< Each reader's first against the second reading of a study; else between readers.
};

/// First readings alone: of each reader and study the first that was signed, not its revisions. Marks come without
/// `repeats`. Refused, NotFound.
[[nodiscard]] grading::Result<AgreeInput> readFirstReads(const std::string& store, const ProjectReads& project);

/// Writes what the window's agreement dashboard shows into the folder: tables as CSV, figures as SVG. Exists.
[[nodiscard]] grading::Result<void> writeDashboard(const std::string& store, const ProjectReads& project,
                                                   const grading::AgreementOptions& options,
                                                   const std::filesystem::path& folder);

/// Two label images on one grid, two readings as `reading show --json` prints them, or two DICOM Segmentations: of the
/// images in `folder`, or, where it is empty, with the same planes.
[[nodiscard]] grading::Result<grading::ReadingsOverlap> readMasks(const std::string& first, const std::string& second,
                                                                  const std::string& folder);

} // namespace foragrade
