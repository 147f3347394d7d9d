#include "Connection.h"

#include <chrono>
#include <thread>
#include <vector>

namespace grading {

namespace {

using Statements = std::vector<std::string>;

/// The first version: a study's images and identity, readers, each revision of a reading with its foramina as JSON by
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

/// One entry a version, from the first; the next version appends its own and changes none.
std::vector<Statements> migrations(bool isSqlite)
{
    return {firstTables(isSqlite)};
}

int tablesNamed(Connection& connection, const std::string& name)
{
    int count = 0;
    if (connection.isSqlite)
        connection.sql << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name LIKE :n", soci::into(count),
            soci::use(name);
    else
        connection.sql << "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()"
                          " AND table_name LIKE :n",
            soci::into(count), soci::use(name);
    return count;
}

/// 0 for an empty database.
Result<int> versionOf(Connection& connection)
{
    if (tablesNamed(connection, "foragrade_schema") == 0) {
        if (tablesNamed(connection, "%") > 0)
            return fail(ErrorCode::Unreadable, connection.name, "is a database, but not a Foragrade store",
                        "choose another one");
        return 0;
    }
    int version = 0;
    connection.sql << "SELECT MAX(version) FROM foragrade_schema", soci::into(version);
    const auto newest = static_cast<int>(migrations(connection.isSqlite).size());
    if (version > newest)
        return fail(ErrorCode::Unsupported, connection.name,
                    "was made by a newer version of Foragrade (store version " + std::to_string(version) + ", not " +
                        std::to_string(newest) + ")",
                    "update Foragrade");
    return version;
}

/// Readers and one writer at a time without waiting for each other. Switching can't wait for a lock by itself.
void switchToWriteAheadLog(Connection& connection)
{
    using namespace std::chrono_literals;
    std::string mode;
    for (int attempt = 0;; ++attempt) {
        try {
            connection.sql << "PRAGMA journal_mode = WAL", soci::into(mode);
            return;
        } catch (const soci::soci_error&) {
            if (attempt == 200)
                throw;
            std::this_thread::sleep_for(50ms);
        }
    }
}

} // namespace

Result<void> prepareSchema(Connection& connection)
{
    return connection.guarded([&]() -> Result<void> {
        auto version = versionOf(connection);
        if (!version)
            return fail(version.error());
        const auto all = migrations(connection.isSqlite);
        if (connection.isSqlite)
            switchToWriteAheadLog(connection);
        if (*version == static_cast<int>(all.size()))
            return {};
        Transaction transaction(connection);
        if (!connection.isSqlite)
            connection.sql << "SELECT pg_advisory_xact_lock(7236)"; // one migration at a time
        version = versionOf(connection);                            // another program may have been first
        if (!version)
            return fail(version.error());
        if (*version == 0)
            connection.sql << "CREATE TABLE foragrade_schema (version INTEGER NOT NULL)";
        for (auto next = static_cast<std::size_t>(*version); next < all.size(); ++next) {
            for (const auto& statement : all[next])
                connection.sql << statement;
            const auto number = static_cast<int>(next + 1);
            connection.sql << "INSERT INTO foragrade_schema (version) VALUES (:v)", soci::use(number);
        }
        transaction.commit();
        return {};
    });
}

} // namespace grading
