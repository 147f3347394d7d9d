#pragma once

#include "grading/base/Issue.h"
#include "grading/base/Progress.h"
#include "grading/base/Result.h"
#include "grading/base/Uid.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// A PACS that answers by DIMSE (PS3.7), as the configuration names it.
struct PacsPeer {
    std::string name; ///< What people and stores call it, the same on every computer of a project.
    std::string aeTitle;
    std::string host;
    int port = 104;
    std::chrono::seconds timeout{30}; ///< For a connection, and for each answer.
    std::string ownAeTitle = "FORAGRADE";
};

/// $XDG_CONFIG_HOME/foragrade/pacs.json, else ~/.config/foragrade/pacs.json; empty when there is no home.
[[nodiscard]] std::filesystem::path pacsConfiguration();
/// By the schema foragrade/pacs/1. NotFound, Unreadable; InvalidArgument: names what is wrong in it.
[[nodiscard]] Result<std::vector<PacsPeer>> readPacsPeers(const std::filesystem::path& configuration);
/// Likewise; NotFound also where it names no such peer. An empty path is `pacsConfiguration`.
[[nodiscard]] Result<PacsPeer> findPacsPeer(const std::string& name, const std::filesystem::path& configuration = {});

// All that follows talks to the peer on the calling thread until it has answered, `timeout` has passed or `progress` is
// cancelled between two answers. Io: it can't be reached, refuses, breaks off or doesn't answer. Unsupported: it
// doesn't offer this. Cancelled.

/// Whether it is there (C-ECHO).
[[nodiscard]] Result<void> echo(const PacsPeer& peer);

/// What to look for; empty: anything. Texts may hold * and ?, a date may be a range "20260101-20260131" (PS3.4
/// C.2.2.2).
struct PacsQuery {
    std::string patientName;
    std::string patientId;
    std::string studyDate;
    std::string accession;
    std::string modality;
    std::string description;
    Uid study;
};

struct PacsStudy {
    Uid uid;
    std::string patientName;
    std::string patientId;
    std::string date;
    std::string description;
    std::string accession;
    std::vector<std::string> modalities;
    int series = 0; ///< 0 where the peer doesn't say.
    int images = 0; ///< Likewise.
};

struct PacsSeries {
    Uid uid;
    int number = 0;
    std::string description;
    std::string modality;
    int images = 0; ///< 0 where the peer doesn't say.
};

inline constexpr std::size_t mostPacsMatches = 1000;

/// By date, then uid (C-FIND, study root). InvalidArgument: more than `mostPacsMatches`.
[[nodiscard]] Result<std::vector<PacsStudy>> findStudies(const PacsPeer& peer, const PacsQuery& query,
                                                         const Progress& progress = {});
/// Of one study, by number, then uid.
[[nodiscard]] Result<std::vector<PacsSeries>> findSeries(const PacsPeer& peer, const Uid& study,
                                                         const Progress& progress = {});

struct PacsTransfer {
    int objects = 0;
    Issues issues; ///< What the peer or we left out.
};

/// Fetches a study (C-GET) into `folder`, which is made with all of it or not at all: 00001.dcm and so on in the order
/// of arrival, in the transfer syntax of arrival. Exists: the folder is there and holds something. NotFound: the peer
/// has no such study.
[[nodiscard]] Result<PacsTransfer> getStudy(const PacsPeer& peer, const Uid& study, const std::filesystem::path& folder,
                                            const Progress& progress = {});

/// Sends files and folders with all below them (C-STORE); what isn't DICOM is an Issue. Io also when the peer refuses
/// one: those before it are there. Unreadable: nothing in them is DICOM.
[[nodiscard]] Result<PacsTransfer> sendToPacs(const PacsPeer& peer, const std::vector<std::filesystem::path>& paths,
                                              const Progress& progress = {});

} // namespace grading
