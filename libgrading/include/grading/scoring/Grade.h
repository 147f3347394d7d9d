#pragma once

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace grading {

/// A reader's grade of one foramen, 0 to 3 (the `document` scale).
class Grade {
public:
    [[nodiscard]] static std::optional<Grade> from(int digit); ///< None outside 0…3.

    [[nodiscard]] int digit() const { return m_digit; }
    [[nodiscard]] std::string name() const;            ///< "Grade 1 (mild)"
    [[nodiscard]] std::string_view severity() const;   ///< "no narrowing", "mild", "moderate", "severe"
    [[nodiscard]] std::string_view definition() const; ///< One sentence without a full stop.

    auto operator<=>(const Grade&) const = default;

private:
    explicit Grade(int digit) : m_digit(digit) {}
    int m_digit;
};

[[nodiscard]] const std::array<Grade, 4>& allGrades();

/// The three-class label of the RSNA 2024 lumbar challenge, derived from a final grade: 0, 1 → "Normal/Mild",
/// 2 → "Moderate", 3 → "Severe".
[[nodiscard]] std::string_view rsnaLabel(Grade grade);
/// The way back exists for Moderate and Severe only: an import never invents 0 or 1.
[[nodiscard]] std::optional<Grade> gradeFromRsnaLabel(std::string_view label);

} // namespace grading
