#pragma once

#include "grading/dicom/Segmentation.h"
#include "grading/reading/Assessment.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace grading {

/// One DICOM object by name.
struct ObjectReference {
    std::string sopClass;
    Uid study;
    Uid series;
    Uid sopInstance;

    bool operator==(const ObjectReference&) const = default;
};

/// The segmentations that exporting the reading makes, one a stack with marks, in order of first use; segments in the
/// order of the report's groups. The same signed reading gives the same uids, and so does an unchanged draft.
[[nodiscard]] std::vector<Segmentation> segmentationsOf(const Reading& reading);

/// The report that exporting the reading makes; draft, signed and each revision have different instances.
[[nodiscard]] ObjectReference reportOf(const Reading& reading);

struct ReportRequest {
    Reading reading;
    /// The study as scanned: source of headers, image library and evidence. Needed when there are marks; without it the
    /// patient and study are as the reading names them.
    const Study* images = nullptr;
    std::vector<Segmentation> segmentations; ///< As `segmentationsOf` gives them.
    std::map<Foramen, Assessment> assessments;
    std::vector<ObjectReference> predecessors; ///< The readers' reports that a consensus rests on.
};

/// Everything derived that a report needs: segmentations and the assessment of each foramen.
[[nodiscard]] ReportRequest reportRequest(const Reading& reading, const Study* images);

/// Writes a Comprehensive 3D SR with the tree of TID 1500 (PS3.16), in one step. A draft is PARTIAL and UNVERIFIED, a
/// signed reading COMPLETE, VERIFIED and FINAL; a revision names the signed report before it as predecessor.
/// InvalidArgument: marks without images or segmentations. NotFound, Unreadable: the images are gone. Io.
Result<void> writeStructuredReport(const std::filesystem::path& path, const ReportRequest& request);

/// Where the report says that a segment holds one foramen's marks.
struct ReportedSegment {
    Foramen foramen;
    std::string trackingId;
    Uid trackingUid;
    Uid segmentation; ///< SOP instance
    int number = 0;
    Uid sourceSeries;
};

/// A report of ours, read back.
struct StructuredReport {
    ObjectReference object;
    /// All but the marks' grids and labels, which are in the segmentations and images.
    Reading reading;
    std::vector<ReportedSegment> segments;
    std::map<Foramen, std::vector<std::string>> suggestions; ///< Grades suggested by measurement.
    std::vector<ObjectReference> predecessors;
    std::vector<ObjectReference> evidence;
};

/// NotFound, Unreadable. Unsupported: a report of others, which is never guessed into grades.
[[nodiscard]] Result<StructuredReport> readStructuredReport(const std::filesystem::path& path);

} // namespace grading
