#include "Association.h"
#include "Attributes.h"
#include "DatasetParts.h"

#include <dcmtk/dcmnet/diutil.h>

#include <algorithm>

namespace grading {

namespace {

/// C-FIND of the study root model that takes the answers as they come.
class Search : public DcmSCU {
public:
    Search(const PacsPeer& peer, const Progress& progress) : m_peer(peer), m_progress(progress)
    {
        addPresentationContext(UID_FINDStudyRootQueryRetrieveInformationModel, plainSyntaxes());
    }

    /// Every answer's data set, its text in UTF-8.
    Result<std::vector<DcmDataset>> run(DcmDataset& keys)
    {
        if (auto connected = connect(*this, m_peer); !connected)
            return fail(connected.error());
        const auto context = findPresentationContextID(UID_FINDStudyRootQueryRetrieveInformationModel, "");
        const auto status = sendFINDRequest(context, &keys, nullptr);
        if (m_progress.isCancelled())
            return fail(cancelled(m_peer));
        if (m_found.size() > mostPacsMatches)
            return fail(ErrorCode::InvalidArgument, said(m_peer),
                        "has more than " + std::to_string(mostPacsMatches) + " matches", "ask for less");
        if (status.bad())
            return fail(errorOf(status, m_peer));
        if (m_status != STATUS_Success)
            return fail(refusal(m_status, m_peer));
        releaseAssociation();
        return std::move(m_found);
    }

    OFCondition handleFINDResponse(const T_ASC_PresentationContextID /*context*/, QRResponse* response,
                                   OFBool& waitForNextResponse) override
    {
        m_status = response->m_status;
        if (response->m_dataset != nullptr) {
            convertToUtf8(*response->m_dataset);
            m_found.push_back(*response->m_dataset);
        }
        waitForNextResponse =
            DICOM_PENDING_STATUS(m_status) && !m_progress.isCancelled() && m_found.size() <= mostPacsMatches;
        return EC_Normal;
    }

private:
    const PacsPeer& m_peer;
    const Progress& m_progress;
    std::vector<DcmDataset> m_found;
    Uint16 m_status = STATUS_Success;
};

Uid uidOf(DcmItem& item, const DcmTagKey& tag)
{
    return Uid(firstText(item, tag));
}

int countOf(DcmItem& item, const DcmTagKey& tag)
{
    return static_cast<int>(wholeNumber(item, tag, 0));
}

DcmDataset keysOf(const PacsQuery& query)
{
    DcmDataset keys;
    const std::vector<std::pair<DcmTagKey, std::string>> values{
        {DCM_QueryRetrieveLevel, "STUDY"},       {DCM_StudyInstanceUID, query.study.text()},
        {DCM_PatientName, query.patientName},    {DCM_PatientID, query.patientId},
        {DCM_StudyDate, query.studyDate},        {DCM_AccessionNumber, query.accession},
        {DCM_ModalitiesInStudy, query.modality}, {DCM_StudyDescription, query.description},
        {DCM_NumberOfStudyRelatedSeries, {}},    {DCM_NumberOfStudyRelatedInstances, {}}};
    for (const auto& [tag, value] : values) {
        keys.putAndInsertString(tag, value.c_str());
        if (std::ranges::any_of(value, [](char c) { return (c & 0x80) != 0; })) // not every PACS knows UTF-8
            keys.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
    }
    return keys;
}

} // namespace

Result<void> echo(const PacsPeer& peer)
{
    DcmSCU scu;
    scu.addPresentationContext(UID_VerificationSOPClass, plainSyntaxes());
    if (auto connected = connect(scu, peer); !connected)
        return connected;
    if (const auto status = scu.sendECHORequest(0); status.bad())
        return fail(errorOf(status, peer));
    scu.releaseAssociation();
    return {};
}

Result<std::vector<PacsStudy>> findStudies(const PacsPeer& peer, const PacsQuery& query, const Progress& progress)
{
    auto keys = keysOf(query);
    auto found = Search(peer, progress).run(keys);
    if (!found)
        return fail(found.error());
    std::vector<PacsStudy> studies;
    for (auto& node : *found)
        studies.push_back({uidOf(node, DCM_StudyInstanceUID), text(node, DCM_PatientName), text(node, DCM_PatientID),
                           text(node, DCM_StudyDate), text(node, DCM_StudyDescription), text(node, DCM_AccessionNumber),
                           textValues(node, DCM_ModalitiesInStudy), countOf(node, DCM_NumberOfStudyRelatedSeries),
                           countOf(node, DCM_NumberOfStudyRelatedInstances)});
    std::ranges::sort(studies, {}, [](const PacsStudy& study) { return std::pair(study.date, study.uid.text()); });
    return studies;
}

Result<std::vector<PacsSeries>> findSeries(const PacsPeer& peer, const Uid& study, const Progress& progress)
{
    DcmDataset keys;
    keys.putAndInsertString(DCM_QueryRetrieveLevel, "SERIES");
    keys.putAndInsertString(DCM_StudyInstanceUID, study.text().c_str());
    for (const auto& tag : {DCM_SeriesInstanceUID, DCM_SeriesNumber, DCM_SeriesDescription, DCM_Modality,
                            DCM_NumberOfSeriesRelatedInstances})
        keys.putAndInsertString(tag, "");
    auto found = Search(peer, progress).run(keys);
    if (!found)
        return fail(found.error());
    std::vector<PacsSeries> all;
    for (auto& node : *found)
        all.push_back({uidOf(node, DCM_SeriesInstanceUID), countOf(node, DCM_SeriesNumber),
                       text(node, DCM_SeriesDescription), text(node, DCM_Modality),
                       countOf(node, DCM_NumberOfSeriesRelatedInstances)});
    std::ranges::sort(all, {}, [](const PacsSeries& series) { return std::pair(series.number, series.uid.text()); });
    return all;
}

} // namespace grading
