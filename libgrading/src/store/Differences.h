#pragma once

#include "StoreDatabase.h"

#include "grading/store/Adjudication.h"

namespace grading {

/// The first readings of one study with what they say.
struct StudyReads {
    Uid study;
    int assigned = 0; ///< Readers who were given the study.
    std::vector<ProjectReading> reads;
    std::vector<Reading> contents; ///< As `reads`, by reader.

    [[nodiscard]] bool isComplete() const { return assigned > 0 && static_cast<int>(reads.size()) == assigned; }
};

// All of these let soci_error through and don't ask who looks.

/// Studies that were given to readers of the project, by uid, without contents; only one where `study` is valid.
[[nodiscard]] std::vector<StudyReads> studyReads(Connection& connection, const std::string& project,
                                                 const Uid& study = {});
[[nodiscard]] Result<void> loadContents(StoreAccess::Database& database, StudyReads& study);
/// Where the loaded readings differ, by foramen.
[[nodiscard]] std::vector<Difference> differencesOf(const StudyReads& study, const Protocol& protocol);

/// Foramina that the readers differ on, or that the decision says otherwise, without a decision and its reason.
[[nodiscard]] std::set<Foramen> unexplainedIn(const Reading& decision, const std::vector<Reading>& readers,
                                              const Protocol& protocol);

/// That an adjudicator's reading gives each decision its reason. Refused naming the first foramen that lacks it.
[[nodiscard]] Result<void> checkDecisions(StoreAccess::Database& database, const Project& project,
                                          const Reading& reading);

} // namespace grading
