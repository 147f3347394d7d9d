#pragma once

#include "Sight.h"

#include "grading/store/Store.h"

#include <vector>

namespace grading {

// All of these let soci_error through.

/// Nothing known when there is no such reading.
[[nodiscard]] ReadingRow readingRow(Connection& connection, const Uid& id);
/// All that a reader has of a study; those of open projects first, then those of none, later rounds before earlier.
[[nodiscard]] std::vector<ReadingRow> readingRows(Connection& connection, const Uid& study, const std::string& reader);

/// `row` says where it stands; `predecessors` is JSON, empty for a reading that rests on none.
void insertRevision(Connection& connection, const Reading& reading, const ReadingRow& row,
                    const std::string& predecessors = {});
/// Keeps what differs in the foramina, then the rest with its status.
void replaceRevision(Connection& connection, const Reading& before, const Reading& after);
/// That this is the newest revision and nothing was written to it since `version`.
[[nodiscard]] bool isAtVersion(Connection& connection, const Reading& reading, int version);

/// Appends the step with the digest of the rows it left.
void logStep(Connection& connection, const std::string& actor, const std::string& command, const Reading* before,
             const Reading& after);

} // namespace grading
