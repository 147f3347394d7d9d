#pragma once

#include "grading/marks/PixelSet.h"

#include <vector>

namespace grading::detail {

/// A rectangle of pixels, some of them set, with room around: what distances are worked out on.
class Field {
public:
    Field(int firstColumn, int firstRow, int columns, int rows);

    /// Around all of `pixels` with at least `margin` more pixels on every side. Expects a non-empty set.
    static Field around(const PixelSet& pixels, int margin);

    void set(const PixelSet& pixels, bool value);     ///< Pixels outside are ignored.
    [[nodiscard]] bool at(int column, int row) const; ///< In the slice's own numbers; false outside.
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }

    /// From every pixel's centre to the nearest one whose value is `value`, mm, row by row; huge when there is none.
    /// Exact (Felzenszwalb & Huttenlocher, Theory of Computing 2012;8:415-428).
    [[nodiscard]] std::vector<double> distanceTo(bool value, const VolumeGeometry& geometry) const;

    /// The pixels for which `holds(index)` is true; index as in `distanceTo`.
    template <class Predicate>
    [[nodiscard]] PixelSet where(Predicate holds) const
    {
        std::vector<PixelSpan> spans;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                if (holds(index(column, row)))
                    spans.push_back({row + m_firstRow, column + m_firstColumn, column + m_firstColumn + 1});
            }
        }
        return PixelSet(std::move(spans));
    }

private:
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }

    int m_firstColumn;
    int m_firstRow;
    int m_columns;
    int m_rows;
    std::vector<char> m_values;
};

} // namespace grading::detail
