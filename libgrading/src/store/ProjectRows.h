#pragma once

#include "Connection.h"

#include "grading/store/Project.h"

#include <string>

namespace grading {

/// Unreadable.
[[nodiscard]] Result<Protocol> protocolFromJson(const std::string& json);

/// NotFound, Unreadable. Lets soci_error through.
[[nodiscard]] Result<Project> readProject(Connection& connection, const std::string& name);

/// Appends a line about the project with the digest of all its rows. Lets soci_error through.
void logProject(Connection& connection, const std::string& actor, const std::string& project, const std::string& step,
                const std::string& change);

} // namespace grading
