#include "grading/imaging/Reformat.h"

#include <gtest/gtest.h>

#include <cmath>

namespace grading {
namespace {

/// A sagittal volume tilted by 10° about the left-right axis, its value a function of the place in the patient.
Volume tilted()
{
    const double angle = 10 * 3.14159265358979 / 180;
    const auto geometry = *VolumeGeometry::make({-20, -40, 50}, {0, std::cos(angle), std::sin(angle)},
                                                {0, std::sin(angle), -std::cos(angle)}, {1}, {1.2}, {1.1}, 30, 40, 25);
    std::vector<std::int16_t> pixels;
    for (int slice = 0; slice < 25; ++slice)
        for (int row = 0; row < 40; ++row)
            for (int column = 0; column < 30; ++column)
                pixels.push_back(static_cast<std::int16_t>(column + 40 * row + 2000 * (slice % 16)));
    return {geometry, std::move(pixels)};
}

class Reformat : public ::testing::TestWithParam<ImagePlane> {};

TEST_P(Reformat, EveryVoxelKeepsItsPlaceInThePatient)
{
    const Volume source = tilted();
    const Volume cut = reformatted(source, GetParam());
    const auto& g = cut.geometry();
    ASSERT_EQ(g.voxelCount(), source.geometry().voxelCount());
    for (int slice = 0; slice < g.slices(); slice += 3)
        for (int row = 0; row < g.rows(); row += 3)
            for (int column = 0; column < g.columns(); column += 3) {
                const auto there = g.toPatient(VoxelIndex{column, row, slice});
                const auto here = source.geometry().nearestVoxel(there);
                ASSERT_LT(length(source.geometry().toPatient(here) - there), 1e-6);
                ASSERT_EQ(cut.at({column, row, slice}), source.at(here));
            }
}

TEST_P(Reformat, LiesInThePlaneAskedForTheUsualWayRound)
{
    const auto g = reformatted(tilted().geometry(), GetParam());
    EXPECT_EQ(planeOf(g.normal()), GetParam());
    const bool isSagittal = GetParam() == ImagePlane::Sagittal;
    EXPECT_GT(isSagittal ? g.rowDirection().y : g.rowDirection().x, 0.9);
    const bool isAxial = GetParam() == ImagePlane::Axial;
    EXPECT_GT(isAxial ? g.columnDirection().y : -g.columnDirection().z, 0.9);
}

INSTANTIATE_TEST_SUITE_P(Planes, Reformat,
                         ::testing::Values(ImagePlane::Sagittal, ImagePlane::Axial, ImagePlane::Coronal),
                         [](const auto& plane) { return std::string(name(plane.param)); });

TEST(ReformatSource, ThickSlicesAreNotNearlyIsotropic)
{
    EXPECT_TRUE(isNearlyIsotropic(tilted().geometry()));
    EXPECT_FALSE(
        isNearlyIsotropic(*VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {0.8}, {0.8}, {4.4}, 400, 400, 30)));
    EXPECT_FALSE(isNearlyIsotropic(*VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {1}, 200, 200, 5)));
}

} // namespace
} // namespace grading
