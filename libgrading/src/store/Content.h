#pragma once

#include "Connection.h"

#include <string>

namespace grading {

// Digests of what the store's rows say now, kept in the log beside each step: who changes a row without the log is
// found by them. Each is the SHA-256 of a compact JSON array of the columns.

/// A revision with its foramina: of each its name, grade and the digest of its record. Empty when there is none.
[[nodiscard]] std::string contentOfRevision(Connection& connection, const std::string& id, int revision);
[[nodiscard]] std::string contentOfStudy(Connection& connection, const std::string& uid);
/// As long as the table has no peers: what the migration to store version 2 works with.
[[nodiscard]] std::string contentOfStudyBeforePeers(Connection& connection, const std::string& uid);
/// Protocol, members, assignments and what adjudications rest on.
[[nodiscard]] std::string contentOfProject(Connection& connection, const std::string& name);

} // namespace grading
