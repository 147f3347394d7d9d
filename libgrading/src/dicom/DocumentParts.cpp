#include "DocumentParts.h"

#include "ReportTree.h"

namespace grading {

namespace {

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

} // namespace

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

} // namespace grading
