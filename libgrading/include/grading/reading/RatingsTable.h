#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Result.h"
#include "grading/reading/Command.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Which column of somebody's spreadsheet holds what, by the names in its header.
struct TableColumns {
    std::map<std::string, std::string> fields; ///< "study", "reader", "grade", … → column.
    std::map<Foramen, std::string> gradesOf;   ///< One column a foramen, of one row a study.

    bool operator==(const TableColumns&) const = default;
};

/// "study=Accession,level=Level,side=Side,grade=Grade", or "study=ID,L4-L5:R=right L4/5,L4-L5:L=left L4/5".
/// Fields: study, reader, foramen or level and side, grade, notGradable, superior, inferior, anterior, posterior, root,
/// confidence, comment. InvalidArgument: another field, one twice, no study, or nothing that says which foramen.
[[nodiscard]] Result<TableColumns> parseTableColumns(const std::string& mapping);

/// What a row says of one foramen. What its cells don't say stays unset.
struct TableRating {
    int row = 0; ///< Line in the file, from 1.
    std::string study;
    std::string reader; ///< Empty without such a column.
    Foramen foramen;
    std::optional<Grade> grade;
    std::optional<std::string> rsnaLabel; ///< "Normal/Mild", which is no grade, "Moderate" or "Severe".
    ForamenReading others;                ///< Sides, root, confidence, comment, not gradable.
};

/// Reads the columns that are mapped and no other. A grade is 0, 1, 2 or 3, or a label of the RSNA 2024 challenge;
/// level and side in their usual ways of writing; nothing is guessed. Unreadable: no CSV, a column that isn't there,
/// cells that mean nothing (the first by row and column, and how many more), or one foramen rated twice by one reader.
[[nodiscard]] Result<std::vector<TableRating>> readRatingsTable(std::string_view csv, const std::string& subject,
                                                                const TableColumns& columns);

/// Takes ratings of one study by one reader into the reading. Normal/Mild stays that class, in the comment. Exists: a
/// foramen has another grade already, and `replace` wasn't said. Refused: the reading is signed.
[[nodiscard]] Command takeTableRatings(std::vector<TableRating> ratings, bool replace);

} // namespace grading
