#include "Rows.h"
#include "StoreDatabase.h"

#include "grading/base/Files.h"

#include <array>
#include <string_view>

namespace grading {

using soci::into;
using soci::use;

namespace {

struct Table {
    const char* name;
    std::vector<const char*> columns;
};

/// In an order in which each row finds what it refers to. Signed revisions come as drafts, since their foramina follow.
const std::array<Table, 8>& tables()
{
    static const std::array<Table, 8> all{{
        {"studies",
         {"uid", "patient_name", "patient_id", "study_date", "description", "images", "body_part", "images_digest",
          "images_peer"}},
        {"readers", {"name", "organization"}},
        {"projects", {"name", "protocol", "status", "version"}},
        {"members", {"project", "reader", "role", "organization"}},
        {"assignments", {"project", "study", "reader", "round", "place", "alias", "due"}},
        {"revisions",
         {"id", "revision", "study", "reader", "project", "round", "version", "changed", "header", "predecessors",
          "status"}},
        {"records", {"reading", "revision", "foramen", "grade", "record", "digest"}},
        {"log",
         {"number", "time", "program", "account", "actor", "kind", "subject", "revision", "name", "change", "content",
          "previous", "hash"}},
    }};
    return all;
}

/// "a, b" or ":a, :b"
std::string listed(const Table& table, std::string_view before)
{
    std::string text;
    for (const auto* column : table.columns)
        text += (text.empty() ? "" : ", ") + std::string(before) + column;
    return text;
}

/// Every value as text, which both databases turn into the column's own type.
void copyTable(Connection& from, Connection& to, const Table& table)
{
    std::vector<std::string> values(table.columns.size());
    std::vector<soci::indicator> indicators(values.size(), soci::i_ok);
    soci::statement reader(from.sql);
    soci::statement writer(to.sql);
    for (std::size_t i = 0; i < values.size(); ++i) {
        reader.exchange(into(values[i], indicators[i]));
        writer.exchange(use(values[i], indicators[i]));
    }
    reader.alloc();
    reader.prepare("SELECT " + listed(table, "") + " FROM " + table.name);
    reader.define_and_bind();
    writer.alloc();
    writer.prepare(std::string("INSERT INTO ") + table.name + " (" + listed(table, "") + ") VALUES (" +
                   listed(table, ":") + ")");
    writer.define_and_bind();
    reader.execute();
    const bool hasStatus = table.name == std::string_view("revisions");
    while (reader.fetch()) {
        if (hasStatus)
            values.back() = "draft";
        writer.execute(true);
    }
}

void copyStatus(Connection& from, Connection& to)
{
    std::string id;
    int revision = 0;
    forEachRow(
        (from.sql.prepare << "SELECT id, revision FROM revisions WHERE status = 'signed'", into(id), into(revision)),
        [&] {
            to.sql << "UPDATE revisions SET status = 'signed' WHERE id = :i AND revision = :r", use(id), use(revision);
        });
}

Result<void> copyInto(Connection& from, Connection& to)
{
    return to.guarded([&]() -> Result<void> {
        Transaction writing(to);
        int count = 0;
        to.sql << "SELECT COUNT(*) FROM log", into(count);
        if (count > 0)
            return fail(ErrorCode::Exists, to.name, "already holds a store", "name an empty database");
        for (const auto& table : tables())
            copyTable(from, to, table);
        copyStatus(from, to);
        long long number = 0;
        std::string hash;
        from.sql << "SELECT number, hash FROM log_head", into(number), into(hash);
        to.sql << "UPDATE log_head SET number = :n, hash = :h", use(number), use(hash);
        writing.commit();
        return {};
    });
}

Result<void> copyTo(Connection& from, const std::string& target)
{
    auto to = connect(target, false);
    if (!to)
        return fail(to.error());
    if (auto prepared = prepareSchema(**to); !prepared)
        return prepared;
    return from.guarded([&]() -> Result<void> {
        const Transaction reading(from, Transaction::Kind::Read);
        return copyInto(from, **to);
    });
}

Result<void> toFile(Connection& from, const std::filesystem::path& file)
{
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored))
        return fail(ErrorCode::Exists, file.string(), "is there already", "choose another name");
    return writeFileBy(file, [&](const std::filesystem::path& temporary) -> Result<void> {
        const auto path = temporary.string();
        if (!from.isSqlite)
            return copyTo(from, path);
        return from.guarded([&]() -> Result<void> {
            from.sql << "VACUUM INTO :p", use(path);
            return {};
        });
    });
}

} // namespace

Result<void> Store::backUp(const std::string& target) const
{
    auto& connection = *m_database->connection;
    return isPostgresUrl(target) ? copyTo(connection, target) : toFile(connection, target);
}

} // namespace grading
