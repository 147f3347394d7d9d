#pragma once

#include "grading/base/Result.h"
#include "grading/report/Report.h"

#include <filesystem>
#include <string>

class QPagedPaintDevice;

namespace foragrade {

enum class Paper { A4, Letter };

/// The report as the bytes of a PDF file, the same content as the HTML page: vector figures, embedded fonts. Needs no
/// screen: where there is no Qt application yet, one without a window is made and kept, on the thread of the first
/// call. Io when Qt can't write.
[[nodiscard]] grading::Result<std::string> toPdf(const grading::Report& report, Paper paper = Paper::A4);

/// The same pages on a printer or a preview of it, whose paper and margins are set already. `dotsPerInch` is the
/// device's own resolution. Needs a Qt application.
void paintReport(QPagedPaintDevice& device, double dotsPerInch, const grading::Report& report);

/// Paper and margins of the report.
void setUpPages(QPagedPaintDevice& device, Paper paper);

/// The same as a file, whole or not at all.
grading::Result<void> writePdf(const grading::Report& report, const std::filesystem::path& path,
                               Paper paper = Paper::A4);

} // namespace foragrade
