#pragma once

#include "grading/base/Result.h"
#include "grading/reading/Reading.h"
#include "grading/store/Audit.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// A reading in the store, without its contents: its newest revision.
struct ReadingSummary {
    Uid id;
    StudyIdentity study;
    Reader reader;
    ReadingStatus status = ReadingStatus::Draft;
    int revision = 1;
    int foraminaGraded = 0;
    Timestamp changed{};
    std::string project; ///< Empty outside of projects.
    int round = 1;       ///< In the project, from 1.
};

/// One line of the append-only log.
struct StoreEvent {
    std::int64_t number = 0; ///< Ascending over the whole store.
    Timestamp time{};
    std::string actor;   ///< Person name of who did it.
    std::string account; ///< Login and computer; empty in lines of store version 1.
    std::string program; ///< Name and version; empty in lines of store version 1.
    std::string name;    ///< The command's name.
    int revision = 1;    ///< After the step.
    std::string change;  ///< JSON {"before", "after"} of what changed, marks included.
    std::string hash;    ///< Of this line, which names the one before by its own.
};

/// Which of several readings of a study by one reader is meant. Empty: the one at work in an open project, else the one
/// outside of projects, else the latest round.
struct ReadingChoice {
    std::string project;
    int round = 0; ///< From 1.
};

/// Where a study's images are, and what they were when they were first read.
struct StudyImages {
    std::filesystem::path folder; ///< Empty where `peer` has them.
    std::string digest;           ///< As `studyDigest` gives it; empty when it was never taken.
    std::string peer = {};        ///< The PACS that has them, by its name in the configuration; else empty.

    /// Neither a folder nor a peer is known.
    [[nodiscard]] bool isNowhere() const { return folder.empty() && peer.empty(); }

    bool operator==(const StudyImages&) const = default;
};

/// Studies, readers, readings and the log of every change; SQLite file or PostgreSQL. Every write is one transaction
/// that is on the disk when the call returns. Use a Store from one thread; several may be open on the same database.
class Store {
public:
    enum class IfMissing { Create, Fail };

    /// A path (SQLite, made when missing) or `postgresql://…`. InvalidArgument: no URL. Unsupported: made by a newer
    /// version. Unreadable: isn't a store. Io: can't be opened or written. NotFound: missing, with IfMissing::Fail.
    /// `patience`: how long a write waits for another program's before it gives up with Io.
    [[nodiscard]] static Result<Store> open(const std::string& where, IfMissing ifMissing = IfMissing::Create,
                                            std::chrono::milliseconds patience = std::chrono::seconds(10));
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Who looks and acts from now on, by person name. Unless it is said, whoever's reading is asked for. What the
    /// rules of a project hide from a person can't be had from the Store by any call, and fails with Refused or comes
    /// without the patient's identity (grading/store/Project.h). Nobody changes another's reading (Refused).
    void actAs(std::string personName);
    [[nodiscard]] const std::string& actor() const; ///< Empty until it was said.

    /// Begins what the reader's worklist has of the study, in the project's scheme, or a reading outside of projects.
    /// Exists when nothing is left to begin, Refused before a washout is over and for a study of a project that was
    /// given to others. The study's images are those from now on.
    Result<void> add(const Reading& reading, const StudyImages& images);
    /// Without a digest.
    Result<void> add(const Reading& reading, const std::filesystem::path& images)
    {
        return add(reading, StudyImages{images, {}});
    }
    /// The newest revision. NotFound.
    [[nodiscard]] Result<Reading> load(const Uid& study, const std::string& readerName,
                                       const ReadingChoice& choice = {}) const;
    /// One revision of a reading. NotFound.
    [[nodiscard]] Result<Reading> load(const Uid& reading, int revision) const;
    /// Every revision from the first; the last is what `load` gives.
    [[nodiscard]] Result<std::vector<Reading>> revisions(const Uid& study, const std::string& readerName,
                                                         const ReadingChoice& choice = {}) const;
    /// Keeps `after` and appends to the log. Conflict when the stored reading isn't `before` any more, NotFound when
    /// it was never added. A higher revision leaves the one before as it is. Refused: a signature where the project's
    /// protocol asks for more.
    Result<void> save(const std::string& command, const Reading& before, const Reading& after);

    /// By study, then reader; without those that the actor may not see.
    [[nodiscard]] Result<std::vector<ReadingSummary>> list() const;
    [[nodiscard]] Result<std::vector<Uid>> studies() const;                         ///< Ascending.
    [[nodiscard]] Result<std::filesystem::path> imagesOf(const Uid& study) const;   ///< NotFound
    [[nodiscard]] Result<StudyImages> studyImages(const Uid& study) const;          ///< NotFound
    [[nodiscard]] Result<std::vector<StoreEvent>> events(const Uid& reading) const; ///< From the oldest.

    /// Checks the database itself, the chain of the log from its first line, and every row against what the log says
    /// of it. `noted`: a line that must still be as it was. The error is for a database that can't be read at all.
    [[nodiscard]] Result<AuditReport> verify(const std::optional<LogMark>& noted = {}) const;
    /// A copy of one state of the whole store, log and all, while others may write: a file, or an empty database at
    /// another `postgresql://…`. Exists: the target is there and holds something.
    Result<void> backUp(const std::string& target) const;

private:
    friend struct StoreAccess;
    struct Database;
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace grading
