#pragma once

#include "grading/base/Result.h"
#include "grading/reading/Reading.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// A reading in the store, without its contents.
struct ReadingSummary {
    Uid id;
    StudyIdentity study;
    Reader reader;
    ReadingStatus status = ReadingStatus::Draft;
    int revision = 1;
    int foraminaGraded = 0;
    Timestamp changed{};
};

/// One line of the append-only log.
struct StoreEvent {
    std::int64_t number = 0;
    Timestamp time{};
    std::string reader;
    std::string name; ///< The command's name.
};

/// Studies, readers, readings and the log of every change; SQLite file or PostgreSQL. Every write is one transaction
/// that is on the disk when the call returns. Use a Store from one thread; several may be open on the same database.
class Store {
public:
    /// A path (SQLite, made when missing) or `postgresql://…`. Unsupported: made by a newer version. Unreadable: isn't
    /// a store. Io: can't be opened.
    [[nodiscard]] static Result<Store> open(const std::string& where);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Exists when this reader already has a reading of the study.
    Result<void> add(const Reading& reading, const std::filesystem::path& images);
    /// The newest revision. NotFound.
    [[nodiscard]] Result<Reading> load(const Uid& study, const std::string& readerName) const;
    /// Every revision from the first; the last is what `load` gives.
    [[nodiscard]] Result<std::vector<Reading>> revisions(const Uid& study, const std::string& readerName) const;
    /// Keeps `after` and appends to the log. Conflict when the stored reading isn't `before` any more.
    Result<void> save(const std::string& command, const Reading& before, const Reading& after);

    [[nodiscard]] Result<std::vector<ReadingSummary>> list() const;
    [[nodiscard]] Result<std::filesystem::path> imagesOf(const Uid& study) const; ///< NotFound
    [[nodiscard]] Result<std::vector<StoreEvent>> events(const Uid& reading) const;

private:
    struct Database;
    explicit Store(std::unique_ptr<Database> database);
    std::unique_ptr<Database> m_database;
};

} // namespace grading
