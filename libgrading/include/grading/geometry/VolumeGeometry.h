#pragma once

#include "grading/base/Result.h"
#include "grading/geometry/Patient.h"
#include "grading/geometry/Units.h"

namespace grading {

/// A voxel by its place in the stack, all from 0: column to the right in the image, row downwards, slice along
/// row direction × column direction. Text for people and the command line count slices from 1.
struct VoxelIndex {
    int column = 0;
    int row = 0;
    int slice = 0;

    auto operator<=>(const VoxelIndex&) const = default;
};

/// A place between voxels in index units; whole numbers are voxel centres.
struct ContinuousIndex {
    double column = 0;
    double row = 0;
    double slice = 0;
};

/// A flat plane in the patient: a point on it and its unit normal.
struct Plane {
    PatientPoint point;
    PatientVector normal;

    /// mm, positive on the normal's side.
    [[nodiscard]] double signedDistance(PatientPoint p) const { return dot(p - point, normal); }
};

/// Where a regular grid of voxels lies in the patient. A plain value; slices are parallel, evenly spaced and lie on one
/// line along the normal (no shear).
class VolumeGeometry {
public:
    VolumeGeometry() = default;

    /// `origin`: centre of voxel (0,0,0). `rowDirection`: patient direction of increasing *column* (the first three
    /// values of Image Orientation (Patient)); `columnDirection`: of increasing *row* (the last three).
    /// `columnSpacing`: distance of neighbouring columns, `rowSpacing`: of rows, `sliceSpacing`: of slice centres.
    /// InvalidArgument when a count or spacing isn't positive, or the directions aren't orthogonal within 1e-3.
    [[nodiscard]] static Result<VolumeGeometry> make(PatientPoint origin, PatientVector rowDirection,
                                                     PatientVector columnDirection, Millimetres columnSpacing,
                                                     Millimetres rowSpacing, Millimetres sliceSpacing, int columns,
                                                     int rows, int slices);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int slices() const { return m_slices; }
    [[nodiscard]] std::size_t voxelCount() const;
    [[nodiscard]] PatientPoint origin() const { return m_origin; }
    [[nodiscard]] PatientVector rowDirection() const { return m_rowDirection; }
    [[nodiscard]] PatientVector columnDirection() const { return m_columnDirection; }
    [[nodiscard]] PatientVector normal() const { return cross(m_rowDirection, m_columnDirection); }
    [[nodiscard]] Millimetres columnSpacing() const { return m_columnSpacing; }
    [[nodiscard]] Millimetres rowSpacing() const { return m_rowSpacing; }
    [[nodiscard]] Millimetres sliceSpacing() const { return m_sliceSpacing; }
    [[nodiscard]] SquareMillimetres pixelArea() const { return {m_columnSpacing.value * m_rowSpacing.value}; }

    [[nodiscard]] bool contains(VoxelIndex index) const;
    [[nodiscard]] PatientPoint toPatient(ContinuousIndex index) const;
    [[nodiscard]] PatientPoint toPatient(VoxelIndex index) const;
    [[nodiscard]] ContinuousIndex toIndex(PatientPoint point) const;
    [[nodiscard]] VoxelIndex nearestVoxel(PatientPoint point) const; ///< May lie outside; ask `contains`.
    [[nodiscard]] Plane slicePlane(int slice) const;

    /// Same grid in the same place: counts equal, every voxel centre within `tolerance` × the smaller pixel spacing.
    [[nodiscard]] bool matches(const VolumeGeometry& other, double tolerance = 0.05) const;

    bool operator==(const VolumeGeometry&) const = default;

private:
    PatientPoint m_origin;
    PatientVector m_rowDirection{1, 0, 0};
    PatientVector m_columnDirection{0, 1, 0};
    Millimetres m_columnSpacing{1};
    Millimetres m_rowSpacing{1};
    Millimetres m_sliceSpacing{1};
    int m_columns = 0;
    int m_rows = 0;
    int m_slices = 0;
};

} // namespace grading
