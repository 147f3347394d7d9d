#pragma once

#include "Plan.h"

#include "grading/reading/Assessment.h"

#include <map>
#include <string>
#include <vector>

namespace grading {

/// A column of a table as the data dictionary tells it.
struct Column {
    std::string name;
    std::string type;   ///< "string", "integer", "number", "category"
    std::string unit;   ///< "mm2"; empty without.
    std::string values; ///< Of a category: "a|b|c".
    std::string description;
};

struct Table {
    std::string name; ///< File name without its extension.
    std::vector<Column> columns;
};

using Row = std::vector<std::string>; ///< Its cells.

/// A row as one text. Rows are kept like that until those of all studies are there: cell by cell they would take
/// several times as much memory.
[[nodiscard]] std::string joinedCells(const Row& row);
[[nodiscard]] Row cellsOf(const std::string& joined);

using JoinedRows = std::vector<std::string>;
/// Rows by table name, in the order of writing.
using Rows = std::map<std::string, JoinedRows>;
[[nodiscard]] const JoinedRows& rowsOf(const Rows& rows, const std::string& table); ///< None where it isn't there.

/// What is told of one foramen of one reading.
struct ForamenRow {
    const PlannedStudy& study;
    const PlannedReading& planned;
    const Reading& reading;
    Foramen foramen;
    const ForamenReading& record;
    std::string stack; ///< That was graded on, by its name in the data set; empty without marks.
};

[[nodiscard]] const Table& studiesTable();  ///< One row a study.
[[nodiscard]] const Table& readingsTable(); ///< One row a foramen of a reading: what the reader said.
[[nodiscard]] const Table& measuresTable(); ///< One row a foramen of a reading: what was measured and suggested.
[[nodiscard]] const Table& marksTable();    ///< One row a marked structure of a foramen on a stack.
[[nodiscard]] const Table& labelsTable();   ///< What each value of a label image means.

[[nodiscard]] Row studyRow(const PlannedStudy& study);
[[nodiscard]] Row readingRow(const ForamenRow& row);
[[nodiscard]] Row measuresRow(const ForamenRow& row); ///< Measures: a millisecond or more for each marked slice.
[[nodiscard]] JoinedRows labelRows();

/// RFC 4180 with a header, LF.
[[nodiscard]] std::string toCsv(const Table& table, const JoinedRows& rows);
/// Tab-separated as BIDS wants it: what isn't known is "n/a".
[[nodiscard]] std::string toTsv(const Table& table, const JoinedRows& rows);
/// One row a column of each table, as CSV.
[[nodiscard]] std::string dataDictionary(const std::vector<Table>& tables, const std::string& extension);

} // namespace grading
