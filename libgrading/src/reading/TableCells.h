#pragma once

#include "grading/anatomy/Foramen.h"
#include "grading/base/Result.h"
#include "grading/scoring/Grade.h"

#include <optional>
#include <string>
#include <string_view>

namespace grading {

// What people write into a spreadsheet's cells. Another way of writing is none: nothing is guessed.

struct GradeCell {
    std::optional<Grade> grade;
    std::optional<std::string> rsnaLabel;
};

/// "2", "2.0", "Normal/Mild", or nothing.
[[nodiscard]] std::optional<GradeCell> parseGradeCell(const std::string& text);
/// "L4-L5", "L4/L5", "l4_l5", "L4/5".
[[nodiscard]] std::optional<Level> parseLevelCell(std::string text);
[[nodiscard]] std::optional<Side> parseSideCell(std::string text);              ///< "R", "right", "L", "left", any case
[[nodiscard]] std::optional<Foramen> parseForamenCell(const std::string& text); ///< "L4-L5:R", "L4/5 right"

/// Cells that mean nothing: the first one is told, the others are counted.
class TableProblems {
public:
    explicit TableProblems(std::string subject) : m_subject(std::move(subject)) {}

    void add(int row, const std::string& column, const std::string& what);
    [[nodiscard]] bool isAny() const { return m_count > 0; }
    [[nodiscard]] tl::unexpected<Error> asError() const;

private:
    std::string m_subject;
    std::string m_first;
    std::string m_what;
    int m_count = 0;
};

} // namespace grading
