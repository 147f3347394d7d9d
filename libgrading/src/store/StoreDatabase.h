#pragma once

#include "Connection.h"
#include "RevisionRows.h"

#include "grading/store/Store.h"

#include <map>
#include <string>

namespace grading {

/// One revision of a reading as it truly is, with the number of its last change.
struct StoredReading {
    Reading reading;
    int version = 0;
};

struct Store::Database {
    std::unique_ptr<Connection> connection;
    std::string actor; ///< Who looks and acts; empty: whoever's reading it is.
    /// What this Store last read or wrote, so that a save needn't read it again. The version tells whether it's stale.
    std::map<Uid, StoredReading> known;

    /// Runs `work` in one writing transaction, which is undone unless it succeeds.
    template <class Work>
    auto write(Work work) -> decltype(work())
    {
        return connection->guarded([&]() -> decltype(work()) {
            if (auto inPlace = connection->checkInPlace(); !inPlace)
                return fail(inPlace.error());
            Transaction transaction(*connection);
            auto done = work();
            if (done)
                transaction.commit();
            return done;
        });
    }

    [[nodiscard]] Sight sightFor(const std::string& reader) { return {*connection, actor.empty() ? reader : actor}; }

    /// What the viewer gets of it.
    [[nodiscard]] static Reading shown(Reading reading, const Seen& seen)
    {
        if (seen.hidesIdentity)
            reading.study = hiddenIdentity(reading.study, seen.caseName);
        return reading;
    }

    // All of these let soci_error through, to be caught by Connection::guarded.
    /// The reading that is meant; nothing known when there is none.
    [[nodiscard]] ReadingRow find(const Uid& study, const std::string& readerName, const ReadingChoice& choice);
    [[nodiscard]] Result<StoredReading> read(const Uid& id, int revision);
};

/// For the free functions that are part of the store.
struct StoreAccess {
    using Database = Store::Database;
    static Database& of(const Store& store) { return *store.m_database; }
};

} // namespace grading
