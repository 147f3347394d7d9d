#pragma once

#include "grading/base/Result.h"
#include "phantom/Options.h"
#include "phantom/Scan.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace grading::phantom {

[[nodiscard]] std::string_view name(Variant variant); ///< "default", "six-lumbar", "scoliosis", "noisy"

/// Which objects the study consists of. Uids follow from the options alone.
struct SeriesPlan {
    std::string folder; ///< Below `dicom/`: "t1-sagittal"
    std::string uid;
    int number = 0;
    std::string description;
    Weighting weighting = Weighting::T2;
    std::vector<Stack> stacks;
};

struct StudyPlan {
    std::string uid;
    std::string frameOfReference;
    std::string patientId;
    std::string patientName;        ///< Person name, Family^Given.
    std::vector<SeriesPlan> series; ///< Sagittal T1, sagittal T2, axial T2.
};

[[nodiscard]] StudyPlan plan(const Anatomy& anatomy, const Options& options);

struct Written {
    std::size_t dicomFiles = 0;
    std::size_t truthFiles = 0;
};

/// Writes `folder/dicom/<series>/IM0001.dcm` … and `folder/truth/`. Exists when one of the two is there already; Io.
[[nodiscard]] Result<Written> generate(const std::filesystem::path& folder, const Options& options);

} // namespace grading::phantom
