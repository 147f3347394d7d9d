#include "DepthMap.h"

#include "grading/base/Contract.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace grading::measuring {

namespace {

constexpr double far = 1e18; // mm², beyond any image, yet safe to calculate with

/// One line of the transform: the lower envelope of the parabolas over its samples
/// (Felzenszwalb & Huttenlocher, Theory of Computing 2012;8:415-428).
void transformLine(double* values, int count, std::ptrdiff_t stride, double spacing)
{
    std::vector<double> line(static_cast<std::size_t>(count));
    std::vector<int> apex(line.size());
    std::vector<double> from(line.size() + 1);
    for (int i = 0; i < count; ++i)
        line[static_cast<std::size_t>(i)] = values[i * stride];
    const auto height = [&](int i) {
        const double place = i * spacing;
        return line[static_cast<std::size_t>(i)] + place * place;
    };
    std::size_t last = 0;
    from[0] = -std::numeric_limits<double>::infinity();
    for (int i = 1; i < count; ++i) {
        const auto meet = [&] { return (height(i) - height(apex[last])) / (2 * (i - apex[last]) * spacing); };
        double start = meet();
        while (last > 0 && start <= from[last]) {
            --last;
            start = meet();
        }
        ++last;
        apex[last] = i;
        from[last] = start;
    }
    std::size_t current = 0;
    for (int i = 0; i < count; ++i) {
        while (current < last && from[current + 1] < i * spacing)
            ++current;
        const double distance = (i - apex[current]) * spacing;
        values[i * stride] = distance * distance + line[static_cast<std::size_t>(apex[current])];
    }
}

} // namespace

DepthMap::DepthMap(const PixelSet& pixels, const VolumeGeometry& geometry)
{
    GRADING_EXPECTS(!pixels.isEmpty());
    const auto spans = pixels.spans();
    m_left = spans.front().begin - 1;
    int right = spans.front().end;
    for (const auto& span : spans) {
        m_left = std::min(m_left, span.begin - 1);
        right = std::max(right, span.end);
    }
    m_top = spans.front().row - 1;
    m_columns = right - m_left + 1;
    m_rows = spans.back().row + 1 - m_top + 1;
    m_squares.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
    for (const auto& span : spans) {
        const auto line = m_squares.begin() + static_cast<std::ptrdiff_t>(span.row - m_top) * m_columns;
        std::fill(line + (span.begin - m_left), line + (span.end - m_left), far);
    }
    for (int row = 0; row < m_rows; ++row)
        transformLine(m_squares.data() + static_cast<std::ptrdiff_t>(row) * m_columns, m_columns, 1,
                      geometry.columnSpacing().value);
    for (int column = 0; column < m_columns; ++column)
        transformLine(m_squares.data() + column, m_rows, m_columns, geometry.rowSpacing().value);
}

double DepthMap::at(int column, int row) const
{
    return std::sqrt(m_squares[static_cast<std::size_t>(row - m_top) * static_cast<std::size_t>(m_columns) +
                               static_cast<std::size_t>(column - m_left)]);
}

} // namespace grading::measuring
