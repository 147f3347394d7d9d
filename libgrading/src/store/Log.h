#pragma once

#include "Connection.h"

#include "grading/base/Timestamp.h"

#include <cstdint>
#include <string>

namespace grading {

/// What one line of the log is about: "reading" with its revision, "study", "project", or "store".
struct LogSubject {
    std::string kind;
    std::string id;
    int revision = 0;

    auto operator<=>(const LogSubject&) const = default;
};

/// One line of the log as its row holds it.
struct LogEntry {
    std::int64_t number = 0; ///< From 1 without gaps.
    std::string time;
    std::string program; ///< Name and version of what wrote it; empty in lines that are older than this column.
    std::string account; ///< Login name at the computer that wrote it.
    std::string actor;   ///< Person name of who did it.
    LogSubject subject;
    std::string name;     ///< The command's name.
    std::string change;   ///< JSON {"before", "after"}
    std::string content;  ///< Digest of the subject's rows after the step (Content.h); may be empty.
    std::string previous; ///< Hash of the line before; empty in the first.
    std::string hash;
};

/// SHA-256 of the compact JSON array [number, time, program, account, actor, kind, id, revision, name, change,
/// content, previous], UTF-8, nothing escaped that needn't be.
[[nodiscard]] std::string hashOf(const LogEntry& entry);

/// Adds a line at the end of the chain within the caller's transaction; number, program, account, previous and hash
/// are filled in, and time where it is empty. The caller's transaction is the only one that writes.
void append(Connection& connection, LogEntry entry);

/// The same without filling in program and account: lines that another version wrote.
void appendAsIs(Connection& connection, LogEntry entry);

/// Number and hash of the newest line.
struct LogHead {
    std::int64_t number = 0;
    std::string hash;
};
[[nodiscard]] LogHead headOf(Connection& connection);

/// SELECT of a line's columns in the order of `hashOf`, and hash; to be followed by a WHERE.
[[nodiscard]] std::string selectLog();

/// Where a row of `selectLog` goes.
class LogRow {
public:
    /// The statement for `select`, ready to be run.
    [[nodiscard]] soci::details::prepare_temp_type prepared(Connection& connection, const std::string& select);
    [[nodiscard]] LogEntry entry() const;

private:
    LogEntry m_entry;
    long long m_number = 0;
};

} // namespace grading
