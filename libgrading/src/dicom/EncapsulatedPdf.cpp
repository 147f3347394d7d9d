#include "grading/dicom/EncapsulatedPdf.h"

#include "DocumentParts.h"
#include "ReadingObjects.h"
#include "ReportConcepts.h"
#include "ReportTree.h"

namespace grading {

namespace {

/// The images that the report shows (PS3.3 C.24.2, Source Instance Sequence).
void putSources(DcmItem& item, const ReportRequest& request)
{
    for (const auto& [foramen, record] : request.reading.foramina) {
        if (const auto* image = gradedImage(request, foramen)) {
            auto& source = addItem(item, DCM_SourceInstanceSequence);
            put(source, DCM_ReferencedSOPClassUID, image->sopClass);
            put(source, DCM_ReferencedSOPInstanceUID, image->sopInstance);
        }
    }
}

void putDocument(DcmItem& item, const std::string& pdf, const std::string& title)
{
    item.insertEmptyElement(DCM_AcquisitionDateTime);
    put(item, DCM_BurnedInAnnotation, "YES");
    put(item, DCM_DocumentTitle, shortText(title, 1024));
    putCode(item, DCM_ConceptNameCodeSequence, codes::report);
    put(item, DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
    item.putAndInsertUint32(DCM_EncapsulatedDocumentLength, static_cast<Uint32>(pdf.size()));
    std::string even = pdf;
    even.resize(pdf.size() + pdf.size() % 2, '\0');
    item.putAndInsertUint8Array(DCM_EncapsulatedDocument, reinterpret_cast<const Uint8*>(even.data()), even.size());
}

} // namespace

Result<void> writeEncapsulatedPdf(const std::filesystem::path& path, const std::string& pdf, const std::string& title,
                                  const ReportRequest& request)
{
    if (!pdf.starts_with("%PDF-"))
        return fail(ErrorCode::InvalidArgument, path.string(), "isn't given a PDF", "make the PDF first");
    const auto& reading = request.reading;
    DcmFileFormat file;
    auto& dataset = *file.getDataset();
    if (const auto done = putPatientAndStudy(dataset, request); !done)
        return done;
    putIdentity(dataset,
                {UID_EncapsulatedPDFStorage, Uid::fromName(reportOf(reading).sopInstance.text() + "|" + pdf),
                 Uid::fromName(reading.id.text() + "|pdf series"), 903, reading.revision, "DOC",
                 "Neural foramina, report as PDF", reading.created, reading.signedAt.value_or(reading.created)});
    putEquipment(dataset);
    put(dataset, DCM_ConversionType, "WSD");
    putSources(dataset, request);
    putDocument(dataset, pdf, title);
    return saveObject(path, file);
}

} // namespace grading
