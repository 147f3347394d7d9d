#include "grading/scoring/Grade.h"

namespace grading {

std::optional<Grade> Grade::from(int digit)
{
    if (digit < 0 || digit > 3)
        return std::nullopt;
    return Grade(digit);
}

std::string Grade::name() const
{
    return "Grade " + std::to_string(m_digit) + " (" + std::string(severity()) + ")";
}

std::string_view Grade::severity() const
{
    constexpr std::array<std::string_view, 4> words{"no narrowing", "mild", "moderate", "severe"};
    return words[static_cast<std::size_t>(m_digit)];
}

std::string_view Grade::definition() const
{
    constexpr std::array<std::string_view, 4> sentences{
        "Fat preserved on all four sides of the root", "Partial loss of perineural fat in one direction",
        "Fat obliterated in both vertical and transverse directions without nerve deformation",
        "Nerve root collapse or visible morphologic change"};
    return sentences[static_cast<std::size_t>(m_digit)];
}

const std::array<Grade, 4>& allGrades()
{
    static const std::array<Grade, 4> grades{*Grade::from(0), *Grade::from(1), *Grade::from(2), *Grade::from(3)};
    return grades;
}

std::string_view rsnaLabel(Grade grade)
{
    constexpr std::array<std::string_view, 4> labels{"Normal/Mild", "Normal/Mild", "Moderate", "Severe"};
    return labels[static_cast<std::size_t>(grade.digit())];
}

std::optional<Grade> gradeFromRsnaLabel(std::string_view label)
{
    if (label == "Moderate")
        return Grade::from(2);
    if (label == "Severe")
        return Grade::from(3);
    return std::nullopt;
}

} // namespace grading
