#pragma once

#include "grading/geometry/VolumeGeometry.h"

#include <map>
#include <span>
#include <vector>

namespace grading {

/// Neighbouring pixels of one row: columns begin … end-1.
struct PixelSpan {
    int row = 0;
    int begin = 0;
    int end = 0;

    auto operator<=>(const PixelSpan&) const = default;
};

/// Any set of pixels of one slice, as spans sorted by row and column that neither touch nor overlap. A plain value.
class PixelSet {
public:
    PixelSet() = default;
    explicit PixelSet(std::vector<PixelSpan> spans); ///< Any order; empty, touching and overlapping ones are tidied up.

    [[nodiscard]] std::span<const PixelSpan> spans() const { return m_spans; }
    [[nodiscard]] bool isEmpty() const { return m_spans.empty(); }
    [[nodiscard]] std::size_t count() const; ///< pixels
    [[nodiscard]] bool contains(int column, int row) const;

    [[nodiscard]] PixelSet unitedWith(const PixelSet& other) const;
    [[nodiscard]] PixelSet intersectedWith(const PixelSet& other) const;
    [[nodiscard]] PixelSet without(const PixelSet& other) const;
    [[nodiscard]] PixelSet clippedTo(int columns, int rows) const;

    bool operator==(const PixelSet&) const = default;

private:
    std::vector<PixelSpan> m_spans;
};

/// A place in a slice in pixel units, pixel centres at whole numbers.
struct SlicePoint {
    double column = 0;
    double row = 0;

    bool operator==(const SlicePoint&) const = default;
};

/// A brush stroke: every pixel whose centre lies within `radius` of the path through `path`, true to millimetres on
/// unequal pixel spacings and without gaps between the samples. A single point gives a disc. A radius below half a
/// pixel still marks the pixel under each point. Clipped to the slice.
[[nodiscard]] PixelSet brushStroke(const VolumeGeometry& geometry, std::span<const SlicePoint> path,
                                   Millimetres radius);

/// Every pixel whose centre lies inside the closed polygon (even-odd rule). A centre exactly on an edge belongs to it
/// when the inside is to its right or below, so that polygons that share an edge share no pixel. Fewer than three
/// vertices: empty.
[[nodiscard]] PixelSet polygonInterior(const VolumeGeometry& geometry, std::span<const SlicePoint> vertices);

/// What a line drawn by hand goes round, closed from its end to its start: as a polygon, but where it crosses itself or
/// runs past its start, what it goes round twice belongs to it too.
[[nodiscard]] PixelSet freehandInterior(const VolumeGeometry& geometry, std::span<const SlicePoint> line);

/// Voxels of several slices: the pixels of each, by slice. No slice without pixels.
using VoxelSet = std::map<int, PixelSet>;

/// A brush stroke in space, drawn on one slice: every voxel whose centre lies within `radius` of the path, true to
/// millimetres across slices too. On the slice itself it is `brushStroke`.
[[nodiscard]] VoxelSet sphereStroke(const VolumeGeometry& geometry, int slice, std::span<const SlicePoint> path,
                                    Millimetres radius);

} // namespace grading
