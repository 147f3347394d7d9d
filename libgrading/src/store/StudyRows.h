#pragma once

#include "Connection.h"

#include "grading/store/Store.h"

namespace grading {

// All of these let soci_error through.

/// New, or from now on in this folder. What isn't given stays as it was. Logged.
void putStudy(Connection& connection, const std::string& actor, const StudyIdentity& study, const StudyImages& images);

/// As its row names it; none when there is no such study.
[[nodiscard]] std::optional<StudyIdentity> readIdentity(Connection& connection, const Uid& study);

void putReader(Connection& connection, const Reader& reader);

} // namespace grading
