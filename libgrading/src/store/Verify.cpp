#include "Content.h"
#include "Log.h"
#include "Rows.h"
#include "StoreDatabase.h"

#include "grading/base/Sha256.h"
#include "grading/base/Timestamp.h"

#include <map>

namespace grading {

using soci::into;
using soci::use;

namespace {

void addProblem(AuditReport& report, const char* code, std::string where, std::string text)
{
    report.problems.push_back({Severity::Error, code, std::move(where), std::move(text)});
}

std::string lineName(std::int64_t number)
{
    return "log line " + std::to_string(number);
}

std::string subjectName(const LogSubject& subject)
{
    const auto revision = subject.kind == "reading" ? " revision " + std::to_string(subject.revision) : std::string();
    return subject.kind + " " + subject.id + revision;
}

/// What the log says last of each subject.
using Contents = std::map<LogSubject, LogEntry>;

/// Follows the chain line by line.
class Chain {
public:
    Chain(AuditReport& report, const std::optional<LogMark>& noted) : m_report(report), m_noted(noted) {}

    void follow(LogEntry entry, Contents& contents)
    {
        const auto expected = m_last.number + 1;
        if (entry.number != expected)
            addProblem(m_report, "missing-log-line", lineName(expected),
                       entry.number == expected + 1
                           ? "is missing"
                           : "and those up to " + std::to_string(entry.number - 1) + " are missing");
        else if (entry.previous != m_last.hash)
            addProblem(m_report, "altered-log-line", lineName(m_last.number),
                       "was altered together with its hash: the next line knows another one");
        if (hashOf(entry) != entry.hash)
            addProblem(m_report, "altered-log-line", lineName(entry.number), "was altered: its hash doesn't fit it");
        if (m_noted && m_noted->number == entry.number && m_noted->hash != entry.hash)
            addProblem(m_report, "broken-promise", lineName(entry.number), "isn't the one that was noted");
        followClock(entry);
        m_last = {entry.number, entry.hash};
        if (!entry.content.empty()) {
            entry.change.clear();
            contents[entry.subject] = std::move(entry);
        }
    }

    void end(const LogHead& head)
    {
        m_report.head = m_last;
        if (head.number > m_last.number)
            addProblem(m_report, "missing-log-line", lineName(m_last.number + 1),
                       "and all after it up to " + std::to_string(head.number) + " are missing");
        else if (head.number != m_last.number || head.hash != m_last.hash)
            addProblem(m_report, "altered-log-line", lineName(m_last.number), "isn't the one that was written last");
        if (m_noted && m_noted->number > m_last.number)
            addProblem(m_report, "broken-promise", lineName(m_noted->number), "was noted, but isn't there");
    }

private:
    /// Computers that write to one store may differ by as much as Kerberos allows (RFC 4120, section 8.2): 5 minutes.
    void followClock(const LogEntry& entry)
    {
        const auto time = fromIso8601(entry.time);
        if (m_lastTime - time >= std::chrono::minutes(5))
            m_report.remarks.push_back({Severity::Warning, "clock-back", lineName(entry.number),
                                        "is dated " + entry.time + ", before the line that it follows (" +
                                            toIso8601(m_lastTime) + "): a clock was wrong or was set"});
        m_lastTime = time;
    }

    AuditReport& m_report;
    std::optional<LogMark> m_noted;
    LogMark m_last;
    Timestamp m_lastTime{};
};

Contents followLog(Connection& connection, AuditReport& report, const std::optional<LogMark>& noted)
{
    Contents contents;
    Chain chain(report, noted);
    LogRow row;
    forEachRow(row.prepared(connection, selectLog() + "ORDER BY number"), [&] { chain.follow(row.entry(), contents); });
    chain.end(headOf(connection));
    return contents;
}

/// Everything in the tables that the log should know.
std::vector<LogSubject> subjectsIn(Connection& connection, AuditReport& report)
{
    std::vector<LogSubject> subjects;
    LogSubject subject;
    forEachRow((connection.sql.prepare << "SELECT id, revision FROM revisions ORDER BY id, revision", into(subject.id),
                into(subject.revision)),
               [&] {
                   subjects.push_back({"reading", subject.id, subject.revision});
               });
    report.revisions = static_cast<int>(subjects.size());
    const auto add = [&](const char* kind, const char* select) {
        int count = 0;
        forEachRow((connection.sql.prepare << select, into(subject.id)), [&] {
            subjects.push_back({kind, subject.id, 0});
            ++count;
        });
        return count;
    };
    report.studies = add("study", "SELECT uid FROM studies ORDER BY uid");
    report.projects = add("project", "SELECT name FROM projects ORDER BY name");
    return subjects;
}

std::string contentOf(Connection& connection, const LogSubject& subject)
{
    if (subject.kind == "reading")
        return contentOfRevision(connection, subject.id, subject.revision);
    return subject.kind == "study" ? contentOfStudy(connection, subject.id) : contentOfProject(connection, subject.id);
}

/// A record whose text isn't what its digest says; the digests themselves are in the revision's content.
void checkRecords(Connection& connection, AuditReport& report)
{
    LogSubject subject{"reading", {}, 0};
    std::string foramen;
    std::string record;
    std::string digest;
    forEachRow((connection.sql.prepare << "SELECT reading, revision, foramen, record, digest FROM records"
                                          " ORDER BY reading, revision, foramen",
                into(subject.id), into(subject.revision), into(foramen), into(record), into(digest)),
               [&] {
                   if (sha256(record) != digest)
                       addProblem(report, "altered-row", subjectName(subject) + ", foramen " + foramen,
                                  "was altered outside the program");
               });
}

void checkRows(Connection& connection, AuditReport& report, Contents contents)
{
    checkRecords(connection, report);
    for (const auto& subject : subjectsIn(connection, report)) {
        const auto logged = contents.find(subject);
        if (logged == contents.end()) {
            addProblem(report, "unlogged-row", subjectName(subject), "was added outside the program");
            continue;
        }
        if (contentOf(connection, subject) != logged->second.content)
            addProblem(report, "altered-row", subjectName(subject),
                       "isn't what log line " + std::to_string(logged->second.number) +
                           " left: it was altered "
                           "outside the program");
        contents.erase(logged);
    }
    for (const auto& [subject, entry] : contents)
        addProblem(report, "missing-row", subjectName(subject),
                   "was removed outside the program; log line " + std::to_string(entry.number) + " names it");
}

void checkSqliteFile(Connection& connection, AuditReport& report)
{
    std::string finding;
    forEachRow((connection.sql.prepare << "PRAGMA integrity_check", into(finding)), [&] {
        if (finding != "ok")
            addProblem(report, "damaged-database", connection.name, finding);
    });
    std::string table;
    forEachRow((connection.sql.prepare << "SELECT \"table\" FROM pragma_foreign_key_check", into(table)), [&] {
        addProblem(report, "damaged-database", connection.name, "a row of " + table + " names one that isn't there");
    });
}

} // namespace

Result<AuditReport> Store::verify(const std::optional<LogMark>& noted) const
{
    auto& connection = *m_database->connection;
    return connection.guarded([&]() -> Result<AuditReport> {
        const Transaction transaction(connection, Transaction::Kind::Read);
        AuditReport report;
        connection.sql << "SELECT MAX(version) FROM foragrade_schema", into(report.schemaVersion);
        if (connection.isSqlite)
            checkSqliteFile(connection, report);
        checkRows(connection, report, followLog(connection, report, noted));
        return report;
    });
}

} // namespace grading
