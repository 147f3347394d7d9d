#pragma once

#include "grading/base/Uid.h"
#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/LabelMap.h"
#include "grading/scoring/FindingSet.h"
#include "grading/scoring/Grade.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace grading {

/// What the disc or bone does to the root (Pfirrmann CWA et al., Radiology 2004;230:583-588).
enum class RootContact { None, Contact, Deviation, Compression };

enum class Confidence { Low, Medium, High };

/// What narrows the foramen.
enum class ContributoryFinding {
    DiscBulge,
    DiscProtrusion,
    DiscExtrusion,
    FacetHypertrophy,
    LigamentumFlavumThickening,
    Osteophyte,
    Spondylolisthesis,
    DiscHeightLoss,
    SynovialCyst,
    Scar,
    Hardware,
    Tumour,
    Fracture,
};

enum class Etiology {
    Degenerative,
    Osteophytic,
    Traumatic,
    PostSurgical,
    InflammatoryMetabolic,
    Congenital,
    Neoplastic,
    Unknown,
};

/// The marks of one foramen on one stack, with what is needed to place and measure them without the images.
struct StackMarks {
    std::string stackId; ///< As in the catalogue, "<SeriesInstanceUID>#<n>".
    Uid frameOfReference;
    VolumeGeometry geometry; ///< The stack's grid, which `labels` has too.
    LabelMap labels;
    std::optional<int> gradedSlice; ///< From 0; none = the slice with the largest root.
    std::optional<std::pair<PatientPoint, PatientPoint>> pedicleLine; ///< The two facing pedicle margins, upper first.
    std::string algorithm; ///< Name and version of the assistant that drew some of it; empty = by hand alone.

    bool operator==(const StackMarks&) const = default;
};

/// All that a reader said of one foramen. Everything unset = not looked at yet.
struct ForamenReading {
    FindingSet findings; ///< Side states and root morphology as the reader sees them.
    std::optional<RootContact> contact;
    bool noFatSeen = false; ///< The reader looked for fat on the marked slice and saw none.
    std::optional<Grade> grade;
    std::optional<std::string> notGradable; ///< The reason; excludes a grade.
    std::optional<Confidence> confidence;
    std::set<ContributoryFinding> contributory;
    std::optional<int> meyerding; ///< 1–5, only with Spondylolisthesis.
    std::set<Etiology> etiology;
    std::string imageQuality;
    std::string disagreementReason; ///< Why the grade lies outside the admissible set.
    std::string decisionReason; ///< An adjudicator's, where the readers differ or the decision isn't what they said.
    std::string comment;
    std::chrono::milliseconds timeSpent{0};
    /// Marks by stack. The first entry is the stack graded on: it is measured and its slice is the grading slice.
    std::vector<StackMarks> marks;

    bool operator==(const ForamenReading&) const = default;

    /// Graded, or said to be not gradable.
    [[nodiscard]] bool isComplete() const { return grade.has_value() || notGradable.has_value(); }
    [[nodiscard]] bool isUntouched() const { return *this == ForamenReading{}; }
    [[nodiscard]] const StackMarks* marksOn(const std::string& stackId) const;
    [[nodiscard]] const StackMarks* gradedMarks() const { return marks.empty() ? nullptr : &marks.front(); }
};

} // namespace grading
