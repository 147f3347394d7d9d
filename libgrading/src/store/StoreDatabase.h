#pragma once

#include "Connection.h"

#include "grading/store/Store.h"

#include <map>

namespace grading {

/// One revision of a reading with the number of its last change.
struct StoredReading {
    Reading reading;
    int version = 0;
};

struct Store::Database {
    std::unique_ptr<Connection> connection;
    /// What this Store last read or wrote, so that a save needn't read it again. The version tells whether it's stale.
    std::map<Uid, StoredReading> known;

    // All of these let soci_error through, to be caught by Connection::guarded.
    /// The reading that this reader has of the study; empty when none.
    [[nodiscard]] Uid find(const Uid& study, const std::string& readerName);
    [[nodiscard]] std::vector<int> revisionsOf(const Uid& id); ///< Ascending.
    [[nodiscard]] Result<StoredReading> read(const Uid& id, int revision);
    [[nodiscard]] Result<StoredReading> newest(const Uid& study, const std::string& readerName);
};

} // namespace grading
