#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grading {

/// Who rated what: readers × items, where an item belongs to one patient and any rating may be missing.
struct Ratings {
    struct Item {
        std::string patient;
        std::string name; ///< Often a foramen, "L4-L5:R"; the same names recur in every patient.
        std::optional<Foramen> foramen;
        std::vector<std::optional<int>> categories; ///< One for each reader: index into `scale`, or missing.
    };

    std::vector<double> scale;        ///< Every possible rating, ascending, used or not. At least two.
    std::vector<std::string> readers; ///< In order of first appearance.
    std::vector<Item> items;
};

/// The default scale: Grade 0 to 3.
[[nodiscard]] std::vector<double> gradeScale();

/// Reads a CSV table with the columns patient, item, reader, rating, in any order, others ignored; an empty rating is a
/// missing one. Unreadable (naming `subject`, the line and the value) when a column is missing or there twice, a rating
/// is off the scale or no number, or one reader rated one item twice.
[[nodiscard]] Result<Ratings> ratingsFromCsv(std::string_view text, const std::string& subject,
                                             std::vector<double> scale = gradeScale());

} // namespace grading
