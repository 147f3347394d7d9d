#pragma once

#include "grading/reading/Reading.h"
#include "grading/report/Report.h"

#include <string>

/// How a report names things: plain English, lower case, no code words. Empty for what isn't recorded.
namespace grading::report {

[[nodiscard]] std::string words(SideState state);
[[nodiscard]] std::string words(SideCoverageState state);
[[nodiscard]] std::string words(RootMorphology morphology);
[[nodiscard]] std::string words(const RootMeasurement& root);
[[nodiscard]] std::string words(const FrameOfMeasurement& frame);
[[nodiscard]] std::string words(Measurements::FatRecord record);
[[nodiscard]] std::string words(const SpineNumbering& numbering);

/// "a, b and c" with the given last word.
[[nodiscard]] std::string listed(const std::vector<std::string>& items, const std::string& last = "and");
/// DICOM person name (PS3.5 6.2.1.1) as people write it: "Family, Given Middle"; the ideographic form behind it.
[[nodiscard]] std::string personName(const std::string& dicomName);
/// "20260302" → "2026-03-02"; anything else as it is.
[[nodiscard]] std::string dateWords(const std::string& dicomDate);
[[nodiscard]] std::string timeWords(Timestamp time); ///< "2026-03-02 09:15 UTC"

} // namespace grading::report
