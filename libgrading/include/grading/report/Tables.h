#pragma once

#include "grading/report/Report.h"

#include <optional>
#include <string>
#include <vector>

namespace grading::report {

/// A table in words, the same in every format for people.
struct Table {
    struct Column {
        std::string title;
        bool isNumber = false; ///< Set in tabular figures, to the right.
        double share = 1;      ///< Of the table's width, relative to the other columns.
    };
    struct Cell {
        std::string text;
        std::optional<Grade> grade; ///< Shown as a coloured digit before the text.
        bool isStrong = false;
        bool isWarning = false; ///< Contradiction, lost fat.
    };

    std::string title;
    std::string note; ///< Below the table.
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

/// Label and what stands there; empty values are left out.
struct Fact {
    std::string label;
    std::string value;
};

[[nodiscard]] std::vector<Fact> patientFacts(const Report& report);
[[nodiscard]] std::vector<Fact> studyFacts(const Report& report);
[[nodiscard]] std::vector<Fact> readerFacts(const Report& report);
[[nodiscard]] std::vector<Fact> methodFacts(const Report& report);

[[nodiscard]] Table techniqueTable(const Report& report);
[[nodiscard]] Table findingsTable(const Report& report); ///< What the reader saw; only foramina that were read.
[[nodiscard]] Table measuresTable(const Report& report); ///< Only foramina with marks.

/// Free text by foramen: why it isn't gradable, comment, image quality.
[[nodiscard]] std::vector<Fact> comments(const Report& report);

/// What stands beside a foramen's pictures: a few short lines.
[[nodiscard]] std::vector<Fact> pictureFacts(const Report::Row& row);

} // namespace grading::report
