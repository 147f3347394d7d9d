#include "Association.h"
#include "Dcmtk.h"
#include "DicomFile.h"
#include "FileListing.h"

#include <dcmtk/dcmnet/diutil.h>
#include <dcmtk/dcmnet/dstorscu.h>
#include <fmt/format.h>

namespace grading {

namespace {

/// C-STORE of many files, over as many associations as their kinds need.
class Sender : public DcmStorageSCU {
public:
    Sender(const PacsPeer& peer, const Progress& progress) : m_peer(peer), m_progress(progress)
    {
        setHaltOnUnsuccessfulStoreMode(OFTrue);
        setHaltOnInvalidFileMode(OFFalse);
    }

    Result<int> run()
    {
        while (getNumberOfSOPInstancesToBeSent() > 0) {
            if (const auto status = addPresentationContexts(); status.bad())
                return fail(errorOf(status, m_peer));
            if (auto connected = connect(*this, m_peer); !connected)
                return fail(connected.error());
            const auto before = m_sent;
            const auto status = sendSOPInstances();
            if (m_progress.isCancelled())
                return fail(cancelled(m_peer));
            if (m_refused)
                return fail(*m_refused);
            if (status.bad())
                return fail(errorOf(status, m_peer));
            if (m_sent == before)
                return fail(errorOf(NET_EC_NoAcceptablePresentationContexts, m_peer));
            releaseAssociation();
        }
        return m_sent;
    }

protected:
    void notifySOPInstanceSent(const TransferEntry& entry) override
    {
        const bool isStored = entry.RequestSent && (entry.ResponseStatusCode == STATUS_Success ||
                                                    DICOM_WARNING_STATUS(entry.ResponseStatusCode));
        if (!isStored) {
            m_refused = refusal(entry.ResponseStatusCode, m_peer);
            m_refused->what += fmt::format(" for {}", entry.Filename.getCharPointer());
            return;
        }
        ++m_sent;
        m_progress.at(static_cast<double>(m_sent) / static_cast<double>(getNumberOfSOPInstances()), "Sending");
    }
    OFBool shouldStopAfterCurrentSOPInstance() override { return m_progress.isCancelled() || m_refused.has_value(); }

private:
    const PacsPeer& m_peer;
    const Progress& m_progress;
    int m_sent = 0;
    std::optional<Error> m_refused;
};

} // namespace

Result<PacsTransfer> sendToPacs(const PacsPeer& peer, const std::vector<std::filesystem::path>& paths,
                                const Progress& progress)
{
    prepareDcmtk();
    const auto listing = listFiles(paths, progress);
    if (!listing)
        return fail(listing.error());
    PacsTransfer transfer;
    Sender sender(peer, progress);
    for (const auto& file : listing->files) {
        if (!looksLikeDicom(file) || sender.addDicomFile(file.c_str(), ERM_autoDetect).bad())
            transfer.issues.push_back(
                {Severity::Warning, "not-sent", file.string(), "The file isn't a whole DICOM object; it wasn't sent."});
    }
    if (sender.getNumberOfSOPInstances() == 0)
        return fail(ErrorCode::Unreadable, paths.empty() ? std::string() : paths.front().string(),
                    "holds no DICOM file that could be sent", "name files or folders with DICOM objects");
    const auto sent = sender.run();
    if (!sent)
        return fail(sent.error());
    transfer.objects = *sent;
    return transfer;
}

} // namespace grading
