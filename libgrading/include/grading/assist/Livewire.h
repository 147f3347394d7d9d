#pragma once

#include "grading/imaging/Volume.h"
#include "grading/marks/PixelSet.h"

#include <string_view>
#include <vector>

namespace grading {

/// A line that keeps to the edges of a slice: from an anchor to wherever the mouse is, the path that crosses the least
/// even ground (Mortensen & Barrett, Graphical Models and Image Processing 1998;60:349-384). All ways from the anchor
/// are worked out once, so each `pathTo` costs its own length only. An immutable value.
class Livewire {
public:
    static constexpr std::string_view algorithm = "foragrade livewire 1";
    static constexpr Millimetres reach{40}; ///< How far from the anchor it goes, along columns and along rows.

    /// Expects a slice of the volume. An anchor outside the slice is taken at its edge.
    Livewire(const Volume& volume, int slice, SlicePoint anchor);

    /// From the anchor to `to`, about a point a pixel, on the edges to sub-pixel precision; both ends are where they
    /// were put. Beyond the reach it goes straight on from the reach's border.
    [[nodiscard]] std::vector<SlicePoint> pathTo(SlicePoint to) const;

private:
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }
    void readEdges(const Volume& volume, int slice);
    void findWays();
    [[nodiscard]] SlicePoint onEdge(int column, int row) const;

    double m_columnSpacing = 1;
    double m_rowSpacing = 1;
    int m_firstColumn = 0;
    int m_firstRow = 0;
    int m_columns = 0; ///< Of the window around the anchor.
    int m_rows = 0;
    SlicePoint m_anchor;
    std::vector<float> m_across; ///< Signal's change towards the next column, per mm.
    std::vector<float> m_down;   ///< And towards the next row.
    std::vector<float> m_edge;   ///< How strong the edge is there, per mm.
    std::vector<int> m_cameFrom; ///< The pixel before on the way from the anchor; -1 at the anchor.
};

/// The place within `within` of `at` where the edge is strongest: where a click near an edge was meant to go.
[[nodiscard]] SlicePoint nearestEdge(const Volume& volume, int slice, SlicePoint at, Millimetres within = {1.5});

} // namespace grading
