#pragma once

#include "TemporaryFolder.h"

#include <string>

namespace grading::test {

/// An empty database of its own to put a store in, which goes away with the value: an SQLite file, or in the program
/// unit_store_postgres one of a PostgreSQL server that the test started.
class TestDatabase {
public:
    TestDatabase();
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] const std::string& where() const { return m_where; }
    [[nodiscard]] const samples::TemporaryFolder& folder() const { return m_folder; }
    /// Behind the store's back. The database's error; empty when there is none.
    [[nodiscard]] std::string execute(const std::string& statements) const;
    /// Takes the triggers away that keep the tables from being altered.
    void disarm() const;
    /// Waits until nobody else is connected: a killed writer's last transaction is either there or not.
    void settle() const;

    static const bool isPostgres;

private:
    samples::TemporaryFolder m_folder;
    std::string m_where;
};

} // namespace grading::test
