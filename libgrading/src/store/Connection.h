#pragma once

#include "grading/base/Result.h"

#include <soci/soci.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace grading {

/// An open database of either kind, and the few things in which the two differ.
struct Connection {
    soci::session sql;
    bool isSqlite = true;
    std::string name; ///< For messages: the path, or the URL without its password.
    /// SELECTs that aren't running, by their text; see forEachRow.
    std::map<std::string, std::unique_ptr<soci::statement>> prepared;

    /// From `prepared`, or a new one that will be there once it has run.
    [[nodiscard]] std::unique_ptr<soci::statement> takePrepared(const std::string& select);

    /// Runs `work`, which returns a Result; what the database throws becomes an Error.
    template <class Work>
    auto guarded(Work work) -> decltype(work())
    {
        try {
            return work();
        } catch (const soci::soci_error& error) {
            return fail(translated(error));
        }
    }

    [[nodiscard]] Error translated(const soci::soci_error& error) const;
    /// Io when the SQLite file was deleted, moved or replaced since it was opened: what is written into it then is
    /// lost.
    [[nodiscard]] Result<void> checkInPlace();
};

[[nodiscard]] bool isPostgresUrl(const std::string& where);

/// Opens without looking at what is inside. Errors as Store::open.
[[nodiscard]] Result<std::unique_ptr<Connection>>
connect(const std::string& where, bool mustExist, std::chrono::milliseconds patience = std::chrono::seconds(10));

/// Undone unless committed. A writing one waits for the database's other writers at once instead of failing later, so
/// that in it nothing changes beside one's own; a reading one sees one state of the whole database.
class Transaction {
public:
    enum class Kind { Write, Read };

    explicit Transaction(Connection& connection, Kind kind = Kind::Write);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Connection& m_connection;
    bool m_isOpen = true;
};

/// Brings an empty or older database to this version's tables. Unreadable, Unsupported as Store::open.
[[nodiscard]] Result<void> prepareSchema(Connection& connection);

} // namespace grading
