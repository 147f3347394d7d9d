#include "Migrations.h"

#include <chrono>
#include <thread>

namespace grading {

namespace {

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
    const auto newest = static_cast<int>(migrations().size());
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
        const auto all = migrations();
        if (connection.isSqlite)
            switchToWriteAheadLog(connection);
        if (*version == static_cast<int>(all.size()))
            return {};
        Transaction transaction(connection);
        version = versionOf(connection); // another program may have been first
        if (!version)
            return fail(version.error());
        if (*version == 0)
            connection.sql << "CREATE TABLE foragrade_schema (version INTEGER NOT NULL)";
        for (auto next = static_cast<std::size_t>(*version); next < all.size(); ++next) {
            all[next](connection);
            const auto number = static_cast<int>(next + 1);
            connection.sql << "INSERT INTO foragrade_schema (version) VALUES (:v)", soci::use(number);
        }
        transaction.commit();
        return {};
    });
}

} // namespace grading
