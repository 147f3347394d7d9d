#include "grading/geometry/VolumeGeometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace grading {
namespace {

/// Sagittal: columns run to the back, rows to the feet.
VolumeGeometry sagittal()
{
    return *VolumeGeometry::make({-30, -100, 80}, patient::posterior, patient::inferior, {0.5}, {0.7}, {4.4}, 400, 300,
                                 17);
}

TEST(VolumeGeometry, sagittalSlicesAscendTowardsThePatientsRightByRightHandRule)
{
    // posterior × inferior = (0,1,0) × (0,0,-1) = (-1,0,0)
    EXPECT_EQ(sagittal().normal(), patient::right);
}

TEST(VolumeGeometry, columnsAndRowsUseTheirOwnSpacing)
{
    const auto p = sagittal().toPatient(VoxelIndex{10, 20, 2});
    EXPECT_DOUBLE_EQ(p.x, -30 - 2 * 4.4);
    EXPECT_DOUBLE_EQ(p.y, -100 + 10 * 0.5);
    EXPECT_DOUBLE_EQ(p.z, 80 - 20 * 0.7);
}

TEST(VolumeGeometry, indexAndPatientAreInverseOnATiltedGrid)
{
    const double a = 0.3;
    const auto grid =
        VolumeGeometry::make({5, 6, 7}, {std::cos(a), std::sin(a), 0}, {0, 0, -1}, {0.6}, {0.9}, {3.3}, 32, 20, 5);
    ASSERT_TRUE(grid.has_value());
    for (const VoxelIndex index : {VoxelIndex{0, 0, 0}, VoxelIndex{31, 0, 4}, VoxelIndex{7, 19, 2}}) {
        EXPECT_EQ(grid->nearestVoxel(grid->toPatient(index)), index);
    }
    const auto back = grid->toIndex(grid->toPatient(ContinuousIndex{3.25, 4.75, 1.5}));
    EXPECT_NEAR(back.column, 3.25, 1e-9);
    EXPECT_NEAR(back.row, 4.75, 1e-9);
    EXPECT_NEAR(back.slice, 1.5, 1e-9);
}

TEST(VolumeGeometry, refusesWhatIsNoGrid)
{
    const auto make = [](PatientVector column, double spacing, int rows) {
        return VolumeGeometry::make({}, {1, 0, 0}, column, {spacing}, {1}, {1}, 4, rows, 1);
    };
    EXPECT_TRUE(make({0, 1, 0}, 1, 1).has_value());
    EXPECT_FALSE(make({0, 1, 0}, 0, 1).has_value());
    EXPECT_FALSE(make({0, 1, 0}, -1, 1).has_value());
    EXPECT_FALSE(make({0, 1, 0}, std::numeric_limits<double>::quiet_NaN(), 1).has_value());
    EXPECT_FALSE(make({0, 1, 0}, 1, 0).has_value());
    EXPECT_FALSE(make({0.1, 1, 0}, 1, 1).has_value());
    EXPECT_FALSE(make({0, 0, 0}, 1, 1).has_value());
}

TEST(VolumeGeometry, matchesWithinAShareOfAPixelOnly)
{
    const auto grid = sagittal();
    const auto shifted = [&](double mm) {
        return *VolumeGeometry::make(grid.origin() + patient::posterior * mm, grid.rowDirection(),
                                     grid.columnDirection(), grid.columnSpacing(), grid.rowSpacing(),
                                     grid.sliceSpacing(), grid.columns(), grid.rows(), grid.slices());
    };
    EXPECT_TRUE(grid.matches(shifted(0.02)));
    EXPECT_FALSE(grid.matches(shifted(0.03))); // 5 % of 0.5 mm = 0.025 mm
}

} // namespace
} // namespace grading
