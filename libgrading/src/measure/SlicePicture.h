#pragma once

#include "grading/geometry/VolumeGeometry.h"
#include "grading/marks/LabelMap.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace grading::measuring {

/// A place or direction in a slice in mm: x along the rows (increasing column), y along the columns (increasing row),
/// from the centre of pixel (0,0).
struct Flat {
    double x = 0;
    double y = 0;

    friend constexpr Flat operator+(Flat a, Flat b) { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Flat operator-(Flat a, Flat b) { return {a.x - b.x, a.y - b.y}; }
    friend constexpr Flat operator*(Flat a, double f) { return {a.x * f, a.y * f}; }
};

[[nodiscard]] constexpr double dot(Flat a, Flat b)
{
    return a.x * b.x + a.y * b.y;
}
[[nodiscard]] double length(Flat a);
[[nodiscard]] Flat unit(Flat a); ///< The zero vector stays zero.

/// One slice's labels as a picture that can be asked between the pixels.
class SlicePicture {
public:
    SlicePicture(const LabelMap& marks, const VolumeGeometry& geometry, int slice);

    static constexpr int unmarked = 0;
    static constexpr int outside = -1;

    [[nodiscard]] double pixelWidth() const { return m_width; }
    [[nodiscard]] double pixelHeight() const { return m_height; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }

    /// Label value of a pixel; `outside` beyond the image.
    [[nodiscard]] int pixel(int column, int row) const;
    [[nodiscard]] Flat centre(int column, int row) const { return {column * m_width, row * m_height}; }

    /// The label with the greatest bilinear weight at `place` (the lower value when equal), which makes a smooth
    /// border out of a staircase and halves the way between two pixels of one row exactly. `outside` beyond the edge
    /// of the outermost pixels.
    [[nodiscard]] int at(Flat place) const;

    /// How far the label surely stays the same from `place` along the unit vector `direction`, mm; 0 where it may not.
    [[nodiscard]] double sameFor(Flat place, Flat direction) const;

    /// Distance from `start` along the unit vector `direction` to the image's border.
    [[nodiscard]] double distanceToBorder(Flat start, Flat direction) const;

private:
    [[nodiscard]] int clampedPixel(int column, int row) const; ///< The nearest pixel of the image.

    int m_columns;
    int m_rows;
    double m_width;
    double m_height;
    std::vector<std::uint8_t> m_labels;
};

/// A patient direction as it lies in the slice, not normalised.
[[nodiscard]] Flat inSlice(const VolumeGeometry& geometry, PatientVector direction);
[[nodiscard]] PatientVector toPatient(const VolumeGeometry& geometry, Flat direction);
[[nodiscard]] PatientPoint toPatient(const VolumeGeometry& geometry, Flat place, int slice);

/// Area moments of a set of pixels, each a rectangle: their own variance (px²/12) is added along each axis.
struct Moments {
    Flat centroid;
    double major = 0; ///< Standard deviation along the longer principal axis, mm.
    double minor = 0;
    Flat axis; ///< Unit vector of the longer one.
};
[[nodiscard]] Moments momentsOf(const PixelSet& pixels, const VolumeGeometry& geometry); ///< Expects pixels.

} // namespace grading::measuring
