#include "Association.h"
#include "Attributes.h"
#include "PartFolder.h"
#include "StorageContexts.h"

#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/diutil.h>
#include <fmt/format.h>

#include <set>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// In the files' meta header in place of DCMTK's own, so that the same study gives the same files with every version.
constexpr auto implementationUid = "2.25.187466180391137094552836187043126910327";
constexpr auto implementationName = "FORAGRADE";

bool save(const fs::path& path, DcmFileFormat& file, E_TransferSyntax syntax)
{
    if (file.validateMetaInfo(syntax, EWM_createNewMeta).bad())
        return false;
    auto& meta = *file.getMetaInfo();
    meta.putAndInsertString(DCM_ImplementationClassUID, implementationUid);
    meta.putAndInsertString(DCM_ImplementationVersionName, implementationName);
    meta.computeGroupLengthAndPadding(EGL_recalcGL, EPD_noChange, META_HEADER_DEFAULT_TRANSFERSYNTAX,
                                      EET_ExplicitLength);
    return file
        .saveFile(path.c_str(), syntax, EET_ExplicitLength, EGL_withoutGL, EPD_withoutPadding, 0, 0, EWM_dontUpdateMeta)
        .good();
}

/// C-GET of the study root model: the peer sends each object over the same association.
class Fetch : public DcmSCU {
public:
    Fetch(const PacsPeer& peer, const Uid& study, const fs::path& folder, const Progress& progress)
        : m_peer(peer), m_study(study), m_folder(folder), m_progress(progress)
    {
        addPresentationContext(UID_GETStudyRootQueryRetrieveInformationModel, plainSyntaxes());
        addStorageContexts(*this);
    }

    Result<PacsTransfer> run()
    {
        if (auto connected = connect(*this, m_peer); !connected)
            return fail(connected.error());
        DcmDataset keys;
        keys.putAndInsertString(DCM_QueryRetrieveLevel, "STUDY");
        keys.putAndInsertString(DCM_StudyInstanceUID, m_study.text().c_str());
        const auto context = findPresentationContextID(UID_GETStudyRootQueryRetrieveInformationModel, "");
        const auto status = sendCGETRequest(context, &keys, nullptr);
        if (m_progress.isCancelled())
            return fail(cancelled(m_peer));
        if (m_error)
            return fail(*m_error);
        if (status.bad())
            return fail(errorOf(status, m_peer));
        return ended();
    }

    OFCondition handleCGETResponse(const T_ASC_PresentationContextID /*context*/, RetrieveResponse* response,
                                   OFBool& continueCGETSession) override
    {
        m_status = response->m_status;
        m_failed = response->m_numberOfFailedSubops;
        m_remaining = response->m_numberOfRemainingSubops;
        continueCGETSession = DICOM_PENDING_STATUS(m_status) && !m_progress.isCancelled();
        return EC_Normal;
    }

    OFCondition handleSTORERequest(const T_ASC_PresentationContextID /*context*/, DcmDataset* incomingObject,
                                   OFBool& continueCGETSession, Uint16& cStoreReturnStatus) override
    {
        DcmFileFormat file(incomingObject, OFFalse); // which owns it from here on
        if (m_progress.isCancelled())
            continueCGETSession = OFFalse;
        else
            cStoreReturnStatus = take(file);
        return m_error ? EC_InvalidStream : EC_Normal;
    }

private:
    /// Gives the status to answer with (PS3.4 table B.2-1).
    Uint16 take(DcmFileFormat& file)
    {
        auto& dataset = *file.getDataset();
        if (firstText(dataset, DCM_StudyInstanceUID) != m_study.text())
            return STATUS_STORE_Error_CannotUnderstand;
        if (!m_objects.insert(firstText(dataset, DCM_SOPInstanceUID)).second)
            return STATUS_Success;
        const auto path = m_folder / fmt::format("{:05}.dcm", m_objects.size());
        if (!save(path, file, dataset.getOriginalXfer())) {
            m_error = {ErrorCode::Io, m_folder.parent_path().string(), "can't be written to",
                       "check its permissions and space"};
            return STATUS_STORE_Refused_OutOfResources;
        }
        const auto done = static_cast<double>(m_objects.size());
        const auto fraction = m_remaining > 0 ? done / (done + m_remaining) : 0;
        m_progress.at(fraction, fmt::format("Fetching images, {} so far", m_objects.size()));
        return STATUS_Success;
    }

    Result<PacsTransfer> ended()
    {
        const bool isIncomplete = m_status == STATUS_GET_Warning_SubOperationsCompleteOneOrMoreFailures;
        if (DICOM_PENDING_STATUS(m_status))
            return fail(ErrorCode::Io, said(m_peer), "broke off before the study was complete", "try again");
        if (m_status != STATUS_Success && !isIncomplete)
            return fail(refusal(m_status, m_peer));
        if (m_objects.empty() && m_failed == 0)
            return fail(ErrorCode::NotFound, said(m_peer), "has no such study (any more)",
                        "ask who runs the PACS, or who manages the project");
        if (m_objects.empty())
            return fail(ErrorCode::Unsupported, said(m_peer), "sends nothing of the study in a form known here",
                        "ask who runs the PACS which transfer syntaxes it sends");
        PacsTransfer transfer{static_cast<int>(m_objects.size()), {}};
        if (m_failed > 0)
            transfer.issues.push_back({Severity::Warning, "missing-objects", said(m_peer),
                                       fmt::format("{} objects of the study weren't sent.", m_failed)});
        return transfer;
    }

    const PacsPeer& m_peer;
    const Uid& m_study;
    const fs::path& m_folder;
    const Progress& m_progress;
    std::set<std::string> m_objects; ///< SOP Instance UIDs
    std::optional<Error> m_error;
    Uint16 m_status = STATUS_Pending;
    int m_failed = 0;
    int m_remaining = 0;
};

} // namespace

Result<PacsTransfer> getStudy(const PacsPeer& peer, const Uid& study, const fs::path& folder, const Progress& progress)
{
    auto part = PartFolder::beside(folder);
    if (!part)
        return fail(part.error());
    auto transfer = Fetch(peer, study, part->path(), progress).run();
    if (!transfer)
        return transfer;
    if (auto kept = part->keep(); !kept)
        return fail(kept.error());
    return transfer;
}

} // namespace grading
