#include "grading/dicom/StructuredReport.h"

#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "ReadingObjects.h"
#include "ReportTree.h"

#include <algorithm>

namespace grading {

namespace {

/// Adds instances of one series to a sequence of the hierarchical reference macro (PS3.3 C.17.2.1).
void putReferences(DcmItem& item, const DcmTagKey& sequence, const std::vector<ObjectReference>& references)
{
    DcmItem* study = nullptr;
    DcmItem* series = nullptr;
    const ObjectReference* last = nullptr;
    for (const auto& reference : references) {
        if (!last || last->study != reference.study) {
            study = &addItem(item, sequence);
            put(*study, DCM_StudyInstanceUID, reference.study);
            series = nullptr;
        }
        if (!series || last->series != reference.series) {
            series = &addItem(*study, DCM_ReferencedSeriesSequence);
            put(*series, DCM_SeriesInstanceUID, reference.series);
        }
        auto& instance = addItem(*series, DCM_ReferencedSOPSequence);
        put(instance, DCM_ReferencedSOPClassUID, reference.sopClass);
        put(instance, DCM_ReferencedSOPInstanceUID, reference.sopInstance);
        last = &reference;
    }
}

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

/// Patient and study as the reading names them, for a reading without images.
void putStudy(DcmItem& item, const StudyIdentity& study)
{
    DcmDataset source;
    put(source, DCM_PatientName, study.patientName);
    put(source, DCM_PatientID, study.patientId);
    put(source, DCM_StudyDate, study.date);
    if (!study.description.empty())
        put(source, DCM_StudyDescription, shortText(study.description, 64));
    copyPatientAndStudy(source, item);
}

Result<void> putPatientAndStudy(DcmItem& item, const ReportRequest& request)
{
    putStudy(item, request.reading.study);
    const Stack* first = nullptr;
    if (!request.segmentations.empty())
        first = stackOf(request, request.segmentations.front().stackId);
    if (!first && request.images && !request.images->series.empty() && !request.images->series[0].stacks.empty())
        first = &request.images->series[0].stacks[0];
    if (first && !first->frames.empty()) {
        const auto source = loadSourceHeader(first->frames.front().file);
        if (!source)
            return fail(source.error());
        copyPatientAndStudy(source->dataset(), item);
    }
    put(item, DCM_StudyInstanceUID, request.reading.study.uid);
    return {};
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
