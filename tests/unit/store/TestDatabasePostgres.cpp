#include "PostgresServer.h"
#include "TestDatabase.h"

#include <libpq-fe.h>

#include <chrono>
#include <thread>

namespace grading::test {

const bool TestDatabase::isPostgres = true;

TestDatabase::TestDatabase() : m_where(PostgresServer::running().newDatabase()) {}
TestDatabase::~TestDatabase() = default; // the server goes away with all its databases

std::string TestDatabase::execute(const std::string& statements) const
{
    return PostgresServer::execute(m_where, statements);
}

void TestDatabase::disarm() const
{
    for (const std::string table : {"log", "revisions", "records"})
        (void)execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
}

void TestDatabase::settle() const
{
    const std::string others = "DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = "
                               "current_database() AND pid <> pg_backend_pid()) THEN RAISE 'others'; END IF; END $$";
    for (int attempt = 0; attempt < 300 && !execute(others).empty(); ++attempt)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

} // namespace grading::test
