#include "Connection.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <filesystem>

namespace grading {

namespace fs = std::filesystem;

namespace {

/// postgresql://user:secret@host/db → postgresql://user@host/db
std::string withoutPassword(const std::string& url)
{
    const auto start = url.find("://") + 3;
    const auto at = url.find('@', start);
    const auto colon = url.find(':', start);
    if (at == std::string::npos || colon == std::string::npos || colon > at)
        return url.substr(0, url.find('?'));
    return (url.substr(0, colon) + url.substr(at)).substr(0, url.find('?'));
}

/// On one line, without the full stop at its end.
std::string asClause(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '.'))
        text.pop_back();
    return text;
}

/// SOCI splits what it is given at the first "=" and puts one there if there is none, so a URL gets a parameter.
Result<std::string> postgresConnectString(const std::string& url, const std::string& shownUrl)
{
    char* reason = nullptr;
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(PQconninfoParse(url.c_str(), &reason),
                                                                                 PQconninfoFree);
    PQfreemem(reason);
    if (!options || url.find(' ') != std::string::npos)
        return fail(ErrorCode::InvalidArgument, shownUrl, "isn't a PostgreSQL URL",
                    "write postgresql://user@host:port/database");
    return url + (url.find('?') == std::string::npos ? "?" : "&") + "fallback_application_name=foragrade";
}

/// SOCI takes "key=value …" or a bare path; a path with "=" in it must be given by key and in quotes.
Result<std::string> sqliteConnectString(const fs::path& path)
{
    const auto text = path.string();
    if (text.find('=') == std::string::npos)
        return text;
    if (text.find('"') != std::string::npos)
        return fail(ErrorCode::InvalidArgument, text, "can't be a store: its name has both = and \"",
                    "choose another name");
    return "dbname=\"" + text + "\"";
}

Result<void> checkPath(const fs::path& path, bool mustExist)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return fail(ErrorCode::Io, path.string(), "is a folder", "name a file in it as the store");
    if (fs::exists(path, error))
        return {};
    if (mustExist)
        return fail(ErrorCode::NotFound, path.string(), "there is no such store", "check the name");
    if (!fs::is_directory(path.parent_path(), error))
        return fail(ErrorCode::Io, path.string(), "can't be made: its folder doesn't exist", "make the folder first");
    return {};
}

Result<void> checkWritable(Connection& connection)
{
    const auto* backend = static_cast<soci::sqlite3_session_backend*>(connection.sql.get_backend());
    if (sqlite_api::sqlite3_db_readonly(backend->conn_, "main") == 1)
        return fail(ErrorCode::Io, connection.name, "can't be written",
                    "check its permissions and those of its folder");
    return {};
}

Result<void> connectSqlite(Connection& connection, const std::string& where, bool mustExist,
                           std::chrono::milliseconds patience)
{
    if (where.empty())
        return fail(ErrorCode::InvalidArgument, "store", "has no name", "name a file or a postgresql:// URL");
    const auto path = fs::absolute(where);
    connection.name = where;
    if (auto usable = checkPath(path, mustExist); !usable) {
        auto problem = usable.error();
        problem.subject = where;
        return fail(std::move(problem));
    }
    const auto text = sqliteConnectString(path);
    if (!text)
        return fail(text.error());
    return connection.guarded([&]() -> Result<void> {
        connection.sql.open(soci::sqlite3, *text);
        connection.sql << "PRAGMA busy_timeout = " + std::to_string(patience.count());
        connection.sql << "PRAGMA foreign_keys = ON";
        connection.sql << "PRAGMA synchronous = FULL";
        return checkWritable(connection);
    });
}

Result<void> connectPostgres(Connection& connection, const std::string& where, std::chrono::milliseconds patience)
{
    connection.isSqlite = false;
    connection.name = withoutPassword(where);
    const auto text = postgresConnectString(where, connection.name);
    if (!text)
        return fail(text.error());
    return connection.guarded([&]() -> Result<void> {
        connection.sql.open(soci::postgresql, *text);
        connection.sql << "SET client_min_messages TO warning";
        connection.sql << "SET client_encoding TO 'UTF8'";
        connection.sql << "SET lock_timeout TO " + std::to_string(patience.count());
        return {};
    });
}

Error fromSqlite(const std::string& name, const soci::sqlite3_soci_error& error)
{
    switch (error.result() & 0xff) {
    case SQLITE_NOTADB:
        return {ErrorCode::Unreadable, name, "isn't a Foragrade store", "choose another file"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Unreadable, name, "is damaged", "restore it from a backup"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io, name, "can't be opened for writing", "check its permissions and those of its folder"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Io, name, "is being written by another program", "try again"};
    case SQLITE_FULL:
        return {ErrorCode::Io, name, "can't be written: the disk is full", "make room and try again"};
    default:
        return {ErrorCode::Io, name, "failed: " + asClause(error.what()), {}};
    }
}

} // namespace

bool isPostgresUrl(const std::string& where)
{
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

std::unique_ptr<soci::statement> Connection::takePrepared(const std::string& select)
{
    if (auto known = prepared.extract(select))
        return std::move(known.mapped());
    auto statement = std::make_unique<soci::statement>(sql);
    statement->alloc();
    statement->prepare(select);
    return statement;
}

Result<void> Connection::checkInPlace()
{
    if (!isSqlite)
        return {};
    auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
    int hasMoved = 0;
    if (sqlite_api::sqlite3_file_control(backend->conn_, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK &&
        hasMoved != 0)
        return fail(ErrorCode::Io, name, "was moved or deleted while in use", "put it back or choose another store");
    return {};
}

Error Connection::translated(const soci::soci_error& error) const
{
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        return fromSqlite(name, *sqlite);
    return {ErrorCode::Io, name, "failed: " + asClause(error.what()), isSqlite ? "" : "check the URL and the server"};
}

Result<std::unique_ptr<Connection>> connect(const std::string& where, bool mustExist,
                                            std::chrono::milliseconds patience)
{
    auto connection = std::make_unique<Connection>();
    auto opened = isPostgresUrl(where) ? connectPostgres(*connection, where, patience)
                                       : connectSqlite(*connection, where, mustExist, patience);
    if (!opened)
        return fail(opened.error());
    return connection;
}

Transaction::Transaction(Connection& connection, Kind kind) : m_connection(connection)
{
    auto& sql = m_connection.sql;
    if (kind == Kind::Read) {
        sql << (connection.isSqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    } else if (connection.isSqlite) {
        sql << "BEGIN IMMEDIATE";
    } else {
        sql << "BEGIN";
        sql << "SELECT pg_advisory_xact_lock(7236)"; // any fixed number; released with the transaction
    }
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    try {
        m_connection.sql << "ROLLBACK";
    } catch (const soci::soci_error&) {
        // The connection is gone or the database has rolled back itself; either way nothing was written.
    }
}

void Transaction::commit()
{
    m_connection.sql << "COMMIT";
    m_isOpen = false;
}

} // namespace grading
