#pragma once

#include "ContentTree.h"

#include "grading/dicom/StructuredReport.h"

namespace grading {

/// The whole content tree of a reading's report (dicom.md, "SR").
[[nodiscard]] ContentItem reportTree(const ReportRequest& request);

/// Measurement groups of every foramen that holds anything: those with segments first, in segment order, then those
/// without; last the discs that were pointed at.
[[nodiscard]] std::vector<ContentItem> measurementGroups(const ReportRequest& request);

/// Groups of the discs that the reader pointed at, which stand after those of the foramina.
[[nodiscard]] std::vector<ContentItem> discGroups(const Reading& reading);

/// What every measurement group begins with: activity session, tracking identifiers, finding.
[[nodiscard]] ContentItem groupStart(const Reading& reading, const std::string& templateId,
                                     const std::string& trackingId, const Code& finding);

/// "x y z" in mm, in as many digits as give the same numbers back.
[[nodiscard]] std::string pointText(const PatientPoint& point);

/// What the reader said of one foramen, as items of its group, in the tree's order.
void addStatements(ContentItem& group, const ForamenReading& record);
/// Grade, its suggestion and agreement.
void addGrade(ContentItem& group, const ForamenReading& record, const Assessment* assessment);

/// The stack by its id in the request's images, nullptr without.
[[nodiscard]] const Stack* stackOf(const ReportRequest& request, const std::string& stackId);

/// The image that a foramen was graded on, by its marks; nullptr without marks or images.
[[nodiscard]] const StackFrame* gradedImage(const ReportRequest& request, const Foramen& foramen);

/// Who says it, and with which program (TID 1002).
void addObservers(ContentItem& root, const Reader& reader);

/// Every image of every series that is marked, each once, by series.
struct LibrarySeries {
    const Series* series = nullptr;
    std::vector<const StackFrame*> instances;
};
[[nodiscard]] std::vector<LibrarySeries> markedSeries(const ReportRequest& request);

} // namespace grading
