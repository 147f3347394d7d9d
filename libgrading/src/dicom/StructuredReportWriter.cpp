#include "grading/dicom/StructuredReport.h"

#include "ContentTreeFile.h"
#include "DocumentParts.h"
#include "ReadingObjects.h"
#include "ReportTree.h"

#include <algorithm>

namespace grading {

namespace {

std::vector<ObjectReference> evidenceOf(const ReportRequest& request)
{
    std::vector<ObjectReference> evidence;
    const auto& study = request.reading.study.uid;
    for (const auto& entry : markedSeries(request)) {
        for (const auto* frame : entry.instances)
            evidence.push_back({frame->sopClass.text(), study, entry.series->uid, frame->sopInstance});
    }
    for (const auto& object : request.segmentations)
        evidence.push_back({UID_SegmentationStorage, study, object.series, object.sopInstance});
    return evidence;
}

void putState(DcmItem& item, const Reading& reading)
{
    put(item, DCM_CompletionFlag, reading.isSigned() ? "COMPLETE" : "PARTIAL");
    put(item, DCM_VerificationFlag, reading.isSigned() ? "VERIFIED" : "UNVERIFIED");
    put(item, DCM_PreliminaryFlag, reading.isSigned() ? "FINAL" : "PRELIMINARY");
    if (!reading.isSigned())
        return;
    auto& observer = addItem(item, DCM_VerifyingObserverSequence);
    const auto& organization = reading.reader.organization;
    put(observer, DCM_VerifyingOrganization, organization.empty() ? "not stated" : shortText(organization, 64));
    put(observer, DCM_VerificationDateTime, dicomDateTime(reading.signedAt.value_or(reading.created)));
    put(observer, DCM_VerifyingObserverName, reading.reader.name);
    observer.insertEmptyElement(DCM_VerifyingObserverIdentificationCodeSequence);
}

void putDocument(DcmItem& item, const ReportRequest& request)
{
    const auto& reading = request.reading;
    const auto object = reportOf(reading);
    putIdentity(item, {object.sopClass, object.sopInstance, object.series, 901, reading.revision, "SR",
                       "Neural foramen report", reading.created, reading.signedAt.value_or(reading.created)});
    putEquipment(item);
    putCodingScheme(item);
    putState(item, reading);
    item.insertEmptyElement(DCM_ReferencedPerformedProcedureStepSequence);
    item.insertEmptyElement(DCM_PerformedProcedureCodeSequence);
    auto predecessors = request.predecessors;
    if (const auto revised = revisedReport(reading))
        predecessors.push_back(*revised);
    std::ranges::stable_sort(predecessors, {}, [](const ObjectReference& r) { return std::pair(r.study, r.series); });
    putReferences(item, DCM_PredecessorDocumentsSequence, predecessors);
    putReferences(item, DCM_CurrentRequestedProcedureEvidenceSequence, evidenceOf(request));
}

} // namespace

Result<void> writeStructuredReport(const std::filesystem::path& path, const ReportRequest& request)
{
    for (const auto& segmentation : request.segmentations) {
        if (!stackOf(request, segmentation.stackId))
            return fail(ErrorCode::InvalidArgument, segmentation.stackId, "its images aren't at hand",
                        "give the folder with the images");
    }
    if (segmentationsOf(request.reading).size() != request.segmentations.size())
        return fail(ErrorCode::InvalidArgument, path.string(), "the report's marks have no segmentation",
                    "make the segmentations first");
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    if (const auto done = putPatientAndStudy(dataset, request); !done)
        return done;
    putDocument(dataset, request);
    writeContentTree(dataset, reportTree(request));
    return saveObject(path, file);
}

} // namespace grading
