#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace grading::test {

/// Complaints of dciodvfy about one object, allowed false ones left out; skips the test when it isn't installed.
[[nodiscard]] std::vector<std::string> complaintsOfDciodvfy(const std::filesystem::path& object);

/// Complaints of dcentvfy about objects and their sources together.
[[nodiscard]] std::vector<std::string> complaintsOfDcentvfy(const std::vector<std::filesystem::path>& files);

/// Errors and warnings of dsrdump about a report.
[[nodiscard]] std::vector<std::string> complaintsOfDsrdump(const std::filesystem::path& report);

[[nodiscard]] bool hasDicom3tools();

/// What PixelMed's SR validator finds against the templates of a report, its known mistakes left out; that it didn't
/// come to its end is a complaint too.
[[nodiscard]] std::vector<std::string> complaintsOfPixelMed(const std::filesystem::path& report);
[[nodiscard]] bool hasPixelMed();

} // namespace grading::test
