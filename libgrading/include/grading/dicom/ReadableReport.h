#pragma once

#include "grading/base/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace grading {

/// A structured report of anybody in words: to be read by people, never turned into grades.
struct ReadableReport {
    struct Fact {
        std::string label;
        std::string value;
    };
    /// One item of the content tree; its place is told by how deep it stands.
    struct Line {
        int depth = 0; ///< 0 for the items right below the root.
        std::string name;
        std::string value; ///< With its unit; empty for a container.
    };

    std::string title;       ///< The root's concept name.
    std::vector<Fact> facts; ///< Patient, study, state, program.
    /// The measurement groups (TID 1410, 1411, 1501): a row each, a column for each thing measured.
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
    std::vector<Line> lines; ///< The whole tree in its order; the images of a library are counted, not listed.
};

/// NotFound, Unreadable: no structured report, cut off, or nested too deeply.
[[nodiscard]] Result<ReadableReport> readableReport(const std::filesystem::path& path);

} // namespace grading
