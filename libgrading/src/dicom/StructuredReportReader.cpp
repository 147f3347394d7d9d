#include "grading/dicom/StructuredReport.h"

#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "ReportCodes.h"
#include "ReportConcepts.h"
#include "ReportReading.h"

#include <algorithm>

namespace grading {

namespace {

std::vector<ObjectReference> readReferences(DcmItem& item, const DcmTagKey& sequence)
{
    std::vector<ObjectReference> references;
    for (auto* study : items(item, sequence)) {
        for (auto* series : items(*study, DCM_ReferencedSeriesSequence)) {
            for (auto* instance : items(*series, DCM_ReferencedSOPSequence))
                references.push_back(
                    {text(*instance, DCM_ReferencedSOPClassUID), Uid(text(*study, DCM_StudyInstanceUID)),
                     Uid(text(*series, DCM_SeriesInstanceUID)), Uid(text(*instance, DCM_ReferencedSOPInstanceUID))});
        }
    }
    return references;
}

Reader readerFrom(DcmItem& item, const ContentItem& root)
{
    Reader reader;
    reader.name = root.textOf(codes::personName);
    reader.organization = root.textOf(codes::personOrganization);
    reader.role = roleCodes().from(root.codeOf(codes::personRole)).value_or(ReaderRole::Reader);
    if (reader.name.empty())
        reader.name = text(item, DCM_ContentCreatorName);
    return reader;
}

StudyIdentity studyFrom(DcmItem& item)
{
    return {Uid(text(item, DCM_StudyInstanceUID)),
            text(item, DCM_PatientName),
            text(item, DCM_PatientID),
            text(item, DCM_StudyDate),
            text(item, DCM_StudyDescription),
            {}};
}

void readState(DcmItem& item, Reading& reading)
{
    if (text(item, DCM_VerificationFlag) != "VERIFIED")
        return;
    reading.status = ReadingStatus::Signed;
    if (auto* observer = itemOf(item, DCM_VerifyingObserverSequence))
        reading.signedAt = timestampFrom(text(*observer, DCM_VerificationDateTime));
}

} // namespace

Result<StructuredReport> readStructuredReport(const std::filesystem::path& path)
{
    auto file = loadObject(path);
    if (!file)
        return fail(file.error());
    auto& dataset = file->dataset();
    const auto root = readContentTree(dataset, path.string());
    if (!root)
        return fail(root.error());
    const auto* record = root->find(codes::readingRecord);
    if (!record)
        return fail(ErrorCode::Unsupported, path.string(), "isn't a report of this program",
                    "read it with `validate`; grades are never guessed from reports of others");
    StructuredReport report;
    report.object = {text(dataset, DCM_SOPClassUID), Uid(text(dataset, DCM_StudyInstanceUID)),
                     Uid(text(dataset, DCM_SeriesInstanceUID)), Uid(text(dataset, DCM_SOPInstanceUID))};
    report.reading.study = studyFrom(dataset);
    report.reading.reader = readerFrom(dataset, *root);
    readState(dataset, report.reading);
    report.predecessors = readReferences(dataset, DCM_PredecessorDocumentsSequence);
    report.evidence = readReferences(dataset, DCM_CurrentRequestedProcedureEvidenceSequence);
    if (const auto read = readRecord(*record, report.reading, path.string()); !read)
        return fail(read.error());
    if (const auto* measurements = root->find(codes::imagingMeasurements)) {
        for (const auto* group : measurements->all(codes::measurementGroup)) {
            if (const auto read = readGroup(*group, report, path.string()); !read)
                return fail(read.error());
        }
    }
    return report;
}

} // namespace grading
