#include "TestDatabase.h"

#include <sqlite3.h>

namespace grading::test {

const bool TestDatabase::isPostgres = false;

TestDatabase::TestDatabase() : m_where(m_folder.file("readings.db")) {}
TestDatabase::~TestDatabase() = default;

std::string TestDatabase::execute(const std::string& statements) const
{
    sqlite3* database = nullptr;
    sqlite3_open(m_where.c_str(), &database);
    sqlite3_busy_timeout(database, 10000);
    const int result = sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr);
    const std::string problem = result == SQLITE_OK ? "" : sqlite3_errmsg(database);
    sqlite3_close(database);
    return problem;
}

void TestDatabase::disarm() const
{
    for (const std::string trigger :
         {"log_keep_UPDATE", "log_keep_DELETE", "revisions_keep_UPDATE", "revisions_keep_DELETE", "records_keep_INSERT",
          "records_keep_UPDATE", "records_keep_DELETE"})
        (void)execute("DROP TRIGGER " + trigger);
}

void TestDatabase::settle() const {}

} // namespace grading::test
