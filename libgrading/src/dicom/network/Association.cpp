#include "Association.h"

#include "Dcmtk.h"

#include <dcmtk/dcmnet/diutil.h>
#include <fmt/format.h>

namespace grading {

namespace {

bool isUnreachable(const OFCondition& condition)
{
    const auto is = [&](Uint16 code) { return condition.module() == OFM_dcmnet && condition.code() == code; };
    return is(DULC_TCPINITERROR) || is(DULC_UNKNOWNHOST);
}

} // namespace

Result<void> connect(DcmSCU& scu, const PacsPeer& peer)
{
    prepareDcmtk();
    const auto seconds = static_cast<Uint32>(peer.timeout.count());
    scu.setAETitle(peer.ownAeTitle);
    scu.setPeerAETitle(peer.aeTitle);
    scu.setPeerHostName(peer.host);
    scu.setPeerPort(static_cast<Uint16>(peer.port));
    scu.setDIMSEBlockingMode(DIMSE_NONBLOCKING); // so that the time limit holds
    scu.setDIMSETimeout(seconds);
    scu.setACSETimeout(seconds);
    scu.setConnectionTimeout(static_cast<Sint32>(seconds));
    scu.setMaxReceivePDULength(ASC_MAXIMUMPDUSIZE);
    if (const auto status = scu.initNetwork(); status.bad())
        return fail(errorOf(status, peer));
    if (const auto status = scu.negotiateAssociation(); status.bad())
        return fail(errorOf(status, peer));
    return {};
}

std::string said(const PacsPeer& peer)
{
    return "PACS '" + peer.name + "'";
}

Error errorOf(const OFCondition& condition, const PacsPeer& peer)
{
    const auto where = fmt::format("{}:{}", peer.host, peer.port);
    if (condition == DUL_ASSOCIATIONREJECTED)
        return {ErrorCode::Io, said(peer),
                fmt::format("refuses the call of '{}' to '{}' at {}", peer.ownAeTitle, peer.aeTitle, where),
                "check both AE titles with who runs the PACS"};
    if (condition == NET_EC_NoAcceptablePresentationContexts || condition == DIMSE_NOVALIDPRESENTATIONCONTEXTID)
        return {ErrorCode::Unsupported, said(peer), "doesn't offer this service to '" + peer.ownAeTitle + "'",
                "ask who runs the PACS to allow it"};
    if (condition == DIMSE_NODATAAVAILABLE || condition == DUL_READTIMEOUT)
        return {ErrorCode::Io, said(peer), fmt::format("didn't answer in {} s", peer.timeout.count()),
                "try again, or raise timeoutSeconds in the configuration"};
    if (isUnreachable(condition))
        return {ErrorCode::Io, said(peer), "can't be reached at " + where, "check host, port and network"};
    return {ErrorCode::Io, said(peer), fmt::format("broke off ({})", condition.text()), "try again"};
}

Error refusal(Uint16 status, const PacsPeer& peer)
{
    return {ErrorCode::Io, said(peer), fmt::format("answered with failure 0x{:04x}", status),
            "ask who runs the PACS what its log says"};
}

Error cancelled(const PacsPeer& peer)
{
    return {ErrorCode::Cancelled, said(peer), "stopped", {}};
}

OFList<OFString> plainSyntaxes()
{
    OFList<OFString> syntaxes;
    syntaxes.emplace_back(UID_LittleEndianExplicitTransferSyntax);
    syntaxes.emplace_back(UID_LittleEndianImplicitTransferSyntax);
    return syntaxes;
}

} // namespace grading
