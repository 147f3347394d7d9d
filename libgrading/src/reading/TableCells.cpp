#include "TableCells.h"

#include <algorithm>
#include <cctype>

namespace grading {

namespace {

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

std::optional<GradeCell> parseGradeCell(const std::string& text)
{
    GradeCell cell;
    if (text.empty())
        return cell;
    const bool isDigit = text.size() == 1 || (text.size() == 3 && text.ends_with(".0"));
    if (isDigit && text[0] >= '0' && text[0] <= '9') {
        cell.grade = Grade::from(text[0] - '0');
        return cell.grade ? std::optional(cell) : std::nullopt;
    }
    if (text != "Normal/Mild" && !gradeFromRsnaLabel(text))
        return std::nullopt;
    cell.rsnaLabel = text;
    cell.grade = gradeFromRsnaLabel(text);
    return cell;
}

std::optional<Level> parseLevelCell(std::string text)
{
    std::ranges::replace(text, '/', '-');
    std::ranges::replace(text, '_', '-');
    const auto dash = text.find('-');
    if (dash != std::string::npos && dash + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[dash + 1])))
        text.insert(dash + 1, 1, text[0]); // L4-5
    return Level::parse(text);
}

std::optional<Side> parseSideCell(std::string text)
{
    text = lower(std::move(text));
    if (text == "r" || text == "right")
        return Side::Right;
    return text == "l" || text == "left" ? std::optional(Side::Left) : std::nullopt;
}

std::optional<Foramen> parseForamenCell(const std::string& text)
{
    const auto between = text.find_first_of(": ");
    if (between == std::string::npos)
        return std::nullopt;
    const auto level = parseLevelCell(text.substr(0, between));
    const auto side = parseSideCell(text.substr(between + 1));
    return level && side ? std::optional(Foramen{*level, *side}) : std::nullopt;
}

void TableProblems::add(int row, const std::string& column, const std::string& what)
{
    if (++m_count > 1)
        return;
    m_first = m_subject + ", row " + std::to_string(row) + ", column '" + column + "'";
    m_what = what;
}

tl::unexpected<Error> TableProblems::asError() const
{
    return fail(ErrorCode::Unreadable, m_first, m_what,
                m_count == 1 ? "mend the cell" : "mend it and " + std::to_string(m_count - 1) + " more cells");
}

} // namespace grading
