#pragma once

#include "RevisionRows.h"

namespace grading {

/// Where a new reading begins: in the project that has given the study to its reader, or outside of projects.
struct Beginning {
    ReadingRow row;
    std::optional<Project> project;
};

/// Exists: nothing is left to begin. Refused: the washout isn't over, or a project of the reader has given the study to
/// others. Lets soci_error through.
[[nodiscard]] Result<Beginning> beginningOf(Connection& connection, const Reading& reading);

} // namespace grading
