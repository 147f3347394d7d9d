#include "Migrations.h"

#include "Content.h"
#include "Log.h"
#include "Rows.h"

#include "grading/base/Sha256.h"

#include <string>

namespace grading {

using soci::into;
using soci::use;

namespace {

using Statements = std::vector<std::string>;

/// Version 1: a study's images and identity, readers, each revision of a reading with its foramina as JSON by
/// name, and the log, which takes nothing but new lines.
Statements firstTables(bool isSqlite)
{
    Statements statements{
        "CREATE TABLE studies (uid TEXT PRIMARY KEY, patient_name TEXT NOT NULL, patient_id TEXT NOT NULL,"
        " study_date TEXT NOT NULL, description TEXT NOT NULL, images TEXT NOT NULL)",
        "CREATE TABLE readers (name TEXT PRIMARY KEY, organization TEXT NOT NULL)",
        "CREATE TABLE readings (id TEXT NOT NULL, revision INTEGER NOT NULL,"
        " study TEXT NOT NULL REFERENCES studies(uid), reader TEXT NOT NULL REFERENCES readers(name),"
        " status TEXT NOT NULL, version INTEGER NOT NULL, changed TEXT NOT NULL, header TEXT NOT NULL,"
        " PRIMARY KEY (id, revision), UNIQUE (study, reader, revision))",
        "CREATE TABLE foramina (reading TEXT NOT NULL, revision INTEGER NOT NULL, foramen TEXT NOT NULL,"
        " grade INTEGER, record TEXT NOT NULL, PRIMARY KEY (reading, revision, foramen),"
        " FOREIGN KEY (reading, revision) REFERENCES readings(id, revision))",
        std::string("CREATE TABLE events (number ") +
            (isSqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "BIGSERIAL PRIMARY KEY") +
            ", time TEXT NOT NULL, reading TEXT NOT NULL, revision INTEGER NOT NULL, reader TEXT NOT NULL,"
            " name TEXT NOT NULL, change TEXT NOT NULL,"
            " FOREIGN KEY (reading, revision) REFERENCES readings(id, revision))",
        "CREATE INDEX events_of_reading ON events (reading, number)",
    };
    for (const std::string change : {"UPDATE", "DELETE"}) {
        const auto guard = "events_keep_" + change;
        if (isSqlite) {
            statements.push_back("CREATE TRIGGER " + guard + " BEFORE " + change +
                                 " ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END");
        } else {
            statements.push_back("CREATE FUNCTION " + guard +
                                 "() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''the log is append-only''; END' "
                                 "LANGUAGE plpgsql");
            statements.push_back("CREATE TRIGGER " + guard + " BEFORE " + change +
                                 " ON events FOR EACH ROW EXECUTE FUNCTION " + guard + "()");
        }
    }
    return statements;
}

/// Version 2: studies know the digest of their images, revisions their project and round, projects have protocol,
/// members and assignments, and every line of the log names the one before by its hash.
Statements secondTables()
{
    return {
        "ALTER TABLE studies ADD COLUMN body_part TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE studies ADD COLUMN images_digest TEXT NOT NULL DEFAULT ''",
        "CREATE TABLE revisions (id TEXT NOT NULL, revision INTEGER NOT NULL,"
        " study TEXT NOT NULL REFERENCES studies(uid), reader TEXT NOT NULL REFERENCES readers(name),"
        " project TEXT NOT NULL, round INTEGER NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL,"
        " changed TEXT NOT NULL, header TEXT NOT NULL, predecessors TEXT NOT NULL,"
        " PRIMARY KEY (id, revision), UNIQUE (study, reader, project, round, revision))",
        "CREATE INDEX revisions_of_project ON revisions (project, reader, study)",
        "CREATE TABLE records (reading TEXT NOT NULL, revision INTEGER NOT NULL, foramen TEXT NOT NULL,"
        " grade INTEGER, record TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (reading, revision, foramen),"
        " FOREIGN KEY (reading, revision) REFERENCES revisions(id, revision))",
        "CREATE TABLE projects (name TEXT PRIMARY KEY, protocol TEXT NOT NULL, status TEXT NOT NULL,"
        " version INTEGER NOT NULL)",
        "CREATE TABLE members (project TEXT NOT NULL REFERENCES projects(name), reader TEXT NOT NULL,"
        " role TEXT NOT NULL, organization TEXT NOT NULL, PRIMARY KEY (project, reader))",
        "CREATE TABLE assignments (project TEXT NOT NULL, study TEXT NOT NULL REFERENCES studies(uid),"
        " reader TEXT NOT NULL, round INTEGER NOT NULL, place INTEGER NOT NULL, alias TEXT NOT NULL,"
        " due TEXT NOT NULL, PRIMARY KEY (project, reader, round, study), UNIQUE (project, alias),"
        " FOREIGN KEY (project, reader) REFERENCES members(project, reader))",
        "CREATE INDEX assignments_of_study ON assignments (study, reader)",
        "CREATE TABLE log (number BIGINT PRIMARY KEY, time TEXT NOT NULL, program TEXT NOT NULL,"
        " account TEXT NOT NULL, actor TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,"
        " revision INTEGER NOT NULL, name TEXT NOT NULL, change TEXT NOT NULL, content TEXT NOT NULL,"
        " previous TEXT NOT NULL, hash TEXT NOT NULL)",
        "CREATE INDEX log_of_subject ON log (kind, subject, number)",
        "CREATE TABLE log_head (number BIGINT NOT NULL, hash TEXT NOT NULL)",
        "INSERT INTO log_head (number, hash) VALUES (0, '')",
    };
}

/// "BEFORE UPDATE ON log" refused, in either dialect; `condition` is over NEW and OLD.
Statements guard(bool isSqlite, const std::string& table, const std::string& change, const std::string& condition,
                 const std::string& why)
{
    const auto name = table + "_keep_" + change;
    const auto head = "CREATE TRIGGER " + name + " BEFORE " + change + " ON " + table;
    if (isSqlite)
        return {head + (condition.empty() ? "" : " WHEN " + condition) + " BEGIN SELECT RAISE(ABORT, '" + why +
                "'); END"};
    const auto test = condition.empty() ? std::string("TRUE") : condition;
    const std::string row = change == "INSERT" || change == "UPDATE" ? "NEW" : "OLD";
    return {"CREATE FUNCTION " + name + "() RETURNS trigger AS $$BEGIN IF " + test + " THEN RAISE EXCEPTION '" + why +
                "'; END IF; RETURN " + row + "; END$$ LANGUAGE plpgsql",
            head + " FOR EACH ROW EXECUTE FUNCTION " + name + "()"};
}

/// The log takes new lines only; a signed revision and its foramina take nothing.
Statements secondGuards(bool isSqlite)
{
    Statements all;
    const auto add = [&](const std::string& table, const std::string& change, const std::string& condition,
                         const std::string& why) {
        for (auto& statement : guard(isSqlite, table, change, condition, why))
            all.push_back(std::move(statement));
    };
    for (const std::string change : {"UPDATE", "DELETE"})
        add("log", change, "", "the log is append-only");
    add("revisions", "UPDATE", "OLD.status = 'signed'", "a signed reading stays as it is");
    add("revisions", "DELETE", "", "a reading is never deleted");
    const auto isSigned = [](const std::string& row) {
        return "EXISTS (SELECT 1 FROM revisions s WHERE s.id = " + row + ".reading AND s.revision = " + row +
               ".revision AND s.status = 'signed')";
    };
    add("records", "INSERT", isSigned("NEW"), "a signed reading stays as it is");
    add("records", "UPDATE", isSigned("OLD"), "a signed reading stays as it is");
    add("records", "DELETE", isSigned("OLD"), "a signed reading stays as it is");
    return all;
}

/// With the digest of each record, which the first version hadn't.
void carryRecords(Connection& connection)
{
    connection.sql << "INSERT INTO records (reading, revision, foramen, grade, record, digest)"
                      " SELECT reading, revision, foramen, grade, record, '' FROM foramina";
    struct Key {
        std::string reading;
        int revision = 0;
        std::string foramen;
    };
    std::vector<std::pair<Key, std::string>> digests;
    Key key;
    std::string record;
    forEachRow((connection.sql.prepare << "SELECT reading, revision, foramen, record FROM foramina", into(key.reading),
                into(key.revision), into(key.foramen), into(record)),
               [&] { digests.emplace_back(key, sha256(record)); });
    for (const auto& [of, digest] : digests)
        connection.sql << "UPDATE records SET digest = :d WHERE reading = :i AND revision = :r AND foramen = :f",
            use(digest), use(of.reading), use(of.revision), use(of.foramen);
}

/// The old lines keep time, actor and change; numbers close up, so that a gap means a missing line.
void carryLog(Connection& connection)
{
    std::vector<LogEntry> entries;
    LogEntry entry;
    entry.subject.kind = "reading";
    forEachRow((connection.sql.prepare << "SELECT time, reading, revision, reader, name, change FROM events"
                                          " ORDER BY number",
                into(entry.time), into(entry.subject.id), into(entry.subject.revision), into(entry.actor),
                into(entry.name), into(entry.change)),
               [&] { entries.push_back(entry); });
    for (auto& old : entries)
        appendAsIs(connection, std::move(old));
}

/// From here on every row has a digest in the log.
void takeOver(Connection& connection)
{
    std::vector<LogSubject> subjects;
    LogSubject subject;
    forEachRow((connection.sql.prepare << "SELECT id, revision FROM revisions ORDER BY id, revision", into(subject.id),
                into(subject.revision)),
               [&] {
                   subjects.push_back({"reading", subject.id, subject.revision});
               });
    forEachRow((connection.sql.prepare << "SELECT uid FROM studies ORDER BY uid", into(subject.id)), [&] {
        subjects.push_back({"study", subject.id, 0});
    });
    for (auto& one : subjects) {
        LogEntry entry;
        entry.content = one.kind == "study" ? contentOfStudyBeforePeers(connection, one.id)
                                            : contentOfRevision(connection, one.id, one.revision);
        entry.subject = std::move(one);
        entry.name = "Taken over from store version 1";
        append(connection, std::move(entry));
    }
}

void toSecondVersion(Connection& connection)
{
    const auto run = [&](const Statements& statements) {
        for (const auto& statement : statements)
            connection.sql << statement;
    };
    run(secondTables());
    connection.sql << "INSERT INTO revisions (id, revision, study, reader, project, round, status, version, changed,"
                      " header, predecessors) SELECT id, revision, study, reader, '', 1, status, version, changed,"
                      " header, '' FROM readings";
    carryRecords(connection);
    carryLog(connection);
    takeOver(connection);
    run({"DROP TABLE events", "DROP TABLE foramina", "DROP TABLE readings"});
    if (!connection.isSqlite)
        run({"DROP FUNCTION events_keep_UPDATE()", "DROP FUNCTION events_keep_DELETE()"});
    run(secondGuards(connection.isSqlite));
}

} // namespace

std::vector<Migration> migrations()
{
    return {
        [](Connection& connection) {
            for (const auto& statement : firstTables(connection.isSqlite))
                connection.sql << statement;
        },
        toSecondVersion,
        // Version 3: a study's images may be in a PACS.
        [](Connection& connection) {
            connection.sql << "ALTER TABLE studies ADD COLUMN images_peer TEXT NOT NULL DEFAULT ''";
        },
    };
}

} // namespace grading
