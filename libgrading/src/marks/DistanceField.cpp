#include "DistanceField.h"

#include <algorithm>
#include <cmath>

namespace grading::detail {

namespace {

constexpr double huge = 1e20;

/// In place: f(q) becomes min over p of f(p) + (step·(q−p))², by the lower envelope of parabolas.
void transformLine(std::vector<double>& line, double step)
{
    const auto size = static_cast<int>(line.size());
    std::vector<int> parabolas(line.size());
    std::vector<double> bounds(line.size() + 1);
    const auto at = [&](int i) { return line[static_cast<std::size_t>(i)]; };
    const auto place = [&](int i) { return i * step; };
    int last = 0;
    bounds[0] = -huge;
    bounds[1] = huge;
    for (int q = 1; q < size; ++q) {
        double meet = 0;
        for (;; --last) {
            const int p = parabolas[static_cast<std::size_t>(last)];
            meet = ((at(q) + place(q) * place(q)) - (at(p) + place(p) * place(p))) / (2 * (place(q) - place(p)));
            if (last == 0 || meet > bounds[static_cast<std::size_t>(last)])
                break;
        }
        if (meet > bounds[static_cast<std::size_t>(last)])
            ++last;
        parabolas[static_cast<std::size_t>(last)] = q;
        bounds[static_cast<std::size_t>(last)] = last == 0 ? -huge : meet;
        bounds[static_cast<std::size_t>(last) + 1] = huge;
    }
    std::vector<double> result(line.size());
    int current = 0;
    for (int q = 0; q < size; ++q) {
        while (bounds[static_cast<std::size_t>(current) + 1] < place(q))
            ++current;
        const int p = parabolas[static_cast<std::size_t>(current)];
        result[static_cast<std::size_t>(q)] = std::min(huge, std::pow(place(q) - place(p), 2) + at(p));
    }
    line = std::move(result);
}

} // namespace

Field::Field(int firstColumn, int firstRow, int columns, int rows)
    : m_firstColumn(firstColumn), m_firstRow(firstRow), m_columns(columns), m_rows(rows),
      m_values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows))
{}

Field Field::around(const PixelSet& pixels, int margin)
{
    const auto spans = pixels.spans();
    int left = spans.front().begin;
    int right = spans.front().end;
    for (const auto& span : spans) {
        left = std::min(left, span.begin);
        right = std::max(right, span.end);
    }
    const int top = spans.front().row;
    const int bottom = spans.back().row + 1;
    return {left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin};
}

void Field::set(const PixelSet& pixels, bool value)
{
    for (const auto& span : pixels.spans()) {
        const int row = span.row - m_firstRow;
        if (row < 0 || row >= m_rows)
            continue;
        const int begin = std::max(span.begin - m_firstColumn, 0);
        const int end = std::min(span.end - m_firstColumn, m_columns);
        for (int column = begin; column < end; ++column)
            m_values[index(column, row)] = value ? 1 : 0;
    }
}

bool Field::at(int column, int row) const
{
    const int c = column - m_firstColumn;
    const int r = row - m_firstRow;
    return c >= 0 && c < m_columns && r >= 0 && r < m_rows && m_values[index(c, r)] != 0;
}

std::vector<double> Field::distanceTo(bool value, const VolumeGeometry& geometry) const
{
    std::vector<double> squares(m_values.size());
    std::transform(m_values.begin(), m_values.end(), squares.begin(),
                   [value](char v) { return (v != 0) == value ? 0.0 : huge; });
    std::vector<double> line(static_cast<std::size_t>(m_rows));
    for (int column = 0; column < m_columns; ++column) {
        for (int row = 0; row < m_rows; ++row)
            line[static_cast<std::size_t>(row)] = squares[index(column, row)];
        transformLine(line, geometry.rowSpacing().value);
        for (int row = 0; row < m_rows; ++row)
            squares[index(column, row)] = line[static_cast<std::size_t>(row)];
    }
    line.resize(static_cast<std::size_t>(m_columns));
    for (int row = 0; row < m_rows; ++row) {
        std::copy_n(squares.begin() + static_cast<std::ptrdiff_t>(index(0, row)), m_columns, line.begin());
        transformLine(line, geometry.columnSpacing().value);
        std::copy(line.begin(), line.end(), squares.begin() + static_cast<std::ptrdiff_t>(index(0, row)));
    }
    for (auto& square : squares)
        square = std::sqrt(square);
    return squares;
}

} // namespace grading::detail
