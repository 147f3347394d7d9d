#pragma once

#include "grading/base/Result.h"
#include "grading/marks/PixelSet.h"
#include "grading/marks/Structure.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grading {

/// The marks of one foramen on one stack: each voxel is unmarked or belongs to exactly one structure.
/// Kept as runs by slice, so it costs what its marks cost, not what the volume costs. A plain value; copies share the
/// slices that are equal (copy on write).
class LabelMap {
public:
    LabelMap() = default;
    LabelMap(int columns, int rows, int slices); ///< Nothing marked.

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int slices() const { return m_slices; }
    [[nodiscard]] bool isEmpty() const { return m_marked.empty(); }

    [[nodiscard]] std::optional<Structure> at(VoxelIndex index) const;
    [[nodiscard]] PixelSet pixels(int slice, Structure structure) const;
    [[nodiscard]] PixelSet markedPixels(int slice) const; ///< of any structure
    [[nodiscard]] std::vector<int> markedSlices() const;  ///< ascending
    [[nodiscard]] std::vector<int> markedSlices(Structure structure) const;
    [[nodiscard]] std::size_t count(Structure structure) const; ///< voxels
    [[nodiscard]] std::size_t count(Structure structure, int slice) const;

    /// The given pixels become that structure, whatever they were. Pixels outside the slice are ignored.
    [[nodiscard]] LabelMap painted(int slice, const PixelSet& pixels, Structure structure) const;
    /// Only pixels that are unmarked become that structure; what is marked stays.
    [[nodiscard]] LabelMap filled(int slice, const PixelSet& pixels, Structure structure) const;
    /// The given pixels lose their mark; with `only`, just those of that structure do.
    [[nodiscard]] LabelMap erased(int slice, const PixelSet& pixels, std::optional<Structure> only = {}) const;

    bool operator==(const LabelMap& other) const;

    /// Text form for stores and JSON: "slice:row,begin,end,label;…" runs, all from 0, ascending. Empty map: "".
    [[nodiscard]] std::string toText() const;
    /// Unreadable when malformed or outside the grid.
    [[nodiscard]] static Result<LabelMap> fromText(const std::string& text, int columns, int rows, int slices);

private:
    /// One slice's pixels by structure; the sets exclude one another.
    using SliceMarks = std::map<Structure, PixelSet>;

    [[nodiscard]] const SliceMarks* marksOf(int slice) const;
    void replace(int slice, SliceMarks marks);

    int m_columns = 0;
    int m_rows = 0;
    int m_slices = 0;
    std::map<int, std::shared_ptr<const SliceMarks>> m_marked; ///< Only slices with marks.
};

} // namespace grading
