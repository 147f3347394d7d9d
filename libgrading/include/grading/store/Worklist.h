#pragma once

#include "grading/store/Project.h"

#include <string>
#include <vector>

namespace grading {

enum class WorkState {
    Open,    ///< Not begun.
    Draft,   ///< Begun.
    Signed,  ///< Done.
    Waiting, ///< A second reading whose washout isn't over, or whose first isn't signed.
};

[[nodiscard]] std::string_view name(WorkState state); ///< "open", "draft", "signed", "waiting"

/// One study to read, as its reader may see it.
struct WorklistEntry {
    int place = 0;        ///< From 1, the reader's own order.
    std::string caseName; ///< "Case 0417", unique in the project; another one for a second reading.
    StudyIdentity study;  ///< Its uid alone where identity is hidden; the case's name stands for the patient's.
    bool hidesIdentity = false;
    StudyImages images; ///< To open them. Not to be shown where identity is hidden: may be the patient's name.
    int round = 1;      ///< 2 for the second reading of the same study.
    std::string due;    ///< "2026-05-31", or empty.
    bool isOverdue = false;
    WorkState state = WorkState::Open;
    std::optional<Timestamp> from; ///< When a second reading may begin, once that is known.
    Uid reading;                   ///< Empty until begun.
};

/// In the order of reading. For the reader and the manager. NotFound: no such project, or not a reader of it.
[[nodiscard]] Result<std::vector<WorklistEntry>> worklist(const Store& store, const std::string& project,
                                                          const std::string& reader);

/// Where a reading of a project stands and what this viewer of it is blind to.
struct ProjectPlace {
    std::string project;
    int round = 1;
    std::string caseName; ///< Empty where nothing is hidden.
    Protocol protocol;
    std::set<BlindTo> blindTo;
};

/// None for a reading outside of projects. Refused as `Store::load`. What a window or command hides beyond what the
/// Store does (the suggestion) it learns here.
[[nodiscard]] Result<std::optional<ProjectPlace>> placeOf(const Store& store, const Uid& reading);

/// Whether an open project hides from the viewer whose study it is: then neither its files' names nor its folder's,
/// which may be the patient's, are for the viewer or the log.
[[nodiscard]] Result<bool> hidesIdentity(const Store& store, const std::string& viewer, const Uid& study);

struct ReaderProgress {
    Member member;
    int assigned = 0;
    int drafts = 0;
    int done = 0; ///< Signed.
    int overdue = 0;
};

/// Of each reader. For the manager.
[[nodiscard]] Result<std::vector<ReaderProgress>> progress(const Store& store, const std::string& project);

/// One signed revision of a project.
struct ProjectReading {
    Uid id;
    int revision = 1;
    Uid study;
    std::string reader;
    MemberRole role = MemberRole::Reader;
    int round = 1;
};

/// Every signed revision of a project's readings by study, reader, round, revision: what exports and statistics go
/// through. For managers and adjudicators, and for anybody once the project is closed.
[[nodiscard]] Result<std::vector<ProjectReading>> signedReadings(const Store& store, const std::string& project);
/// Those that agreement is computed from: of each reader the first round's first revision.
[[nodiscard]] std::vector<ProjectReading> firstReads(const std::vector<ProjectReading>& readings);

} // namespace grading
