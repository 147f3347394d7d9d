#pragma once

#include "grading/base/Issue.h"
#include "grading/imaging/SeriesCatalogue.h"

#include <QString>

namespace foragrade {

/// Starts the program's log: one file of at most 1 MB and two older ones. Without it (tests) nothing is logged; a log
/// that can't be written stops nothing.
void openLog(const QString& path);
/// Empty without a log.
[[nodiscard]] QString logPath();

void log(grading::Severity severity, const QString& line);
/// What a scan found, and every Issue of the catalogue and its stacks with code and, unless it is hidden, file.
void logCatalogue(const grading::SeriesCatalogue& catalogue, bool namesFiles);

} // namespace foragrade
