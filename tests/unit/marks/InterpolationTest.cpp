#include "grading/marks/Interpolation.h"

#include <gtest/gtest.h>

#include <numbers>

namespace grading {
namespace {

constexpr auto fat = Structure::PerineuralFat;
constexpr auto root = Structure::NerveRoot;

VolumeGeometry grid(double spacing = 0.5, PatientPoint origin = {}, int slices = 9)
{
    const int size = static_cast<int>(80 / spacing);
    return *VolumeGeometry::make(origin, {0, 1, 0}, {0, 0, -1}, {spacing}, {spacing}, {4.4}, size, size, slices);
}

PixelSet disc(const VolumeGeometry& geometry, double column, double row, double radius)
{
    return brushStroke(geometry, std::vector{SlicePoint{column, row}}, {radius});
}

TEST(Interpolation, halfwayBetweenTwoDiscsLiesTheDiscOfTheMeanRadius)
{
    const auto geometry = grid();
    const auto middle = shapeBetween(geometry, disc(geometry, 80, 80, 5), disc(geometry, 80, 80, 9), 0.5);
    const double area = static_cast<double>(middle.count()) * geometry.pixelArea().value;
    EXPECT_NEAR(area, std::numbers::pi * 49, 0.02 * area);
    EXPECT_EQ(shapeBetween(geometry, disc(geometry, 80, 80, 5), disc(geometry, 80, 80, 9), 0),
              disc(geometry, 80, 80, 5));
    EXPECT_TRUE(shapeBetween(geometry, PixelSet(), disc(geometry, 80, 80, 9), 0.5).isEmpty());
}

TEST(Interpolation, fillsTheSlicesBetweenAndLeavesTheMarkedOnes)
{
    const auto geometry = grid();
    LabelMap marks(geometry.columns(), geometry.rows(), geometry.slices());
    marks = marks.painted(1, disc(geometry, 70, 80, 4), root).painted(5, disc(geometry, 90, 80, 8), root);
    const auto filled = interpolated(marks, geometry, root);
    EXPECT_EQ(filled.markedSlices(root), (std::vector<int>{1, 2, 3, 4, 5}));
    EXPECT_EQ(filled.pixels(1, root), marks.pixels(1, root));
    EXPECT_LT(filled.count(root, 2), filled.count(root, 3));
    EXPECT_LT(filled.count(root, 3), filled.count(root, 4));
}

TEST(Interpolation, neverPaintsOverAnotherStructure)
{
    const auto geometry = grid();
    LabelMap marks(geometry.columns(), geometry.rows(), geometry.slices());
    marks = marks.painted(0, disc(geometry, 80, 80, 6), root).painted(2, disc(geometry, 80, 80, 6), root);
    marks = marks.painted(1, disc(geometry, 80, 80, 3), fat);
    const auto filled = interpolated(marks, geometry, root);
    EXPECT_EQ(filled.pixels(1, fat), marks.pixels(1, fat));
    EXPECT_GT(filled.count(root, 1), 0u);
}

TEST(Copy, toTheSameGridIsLossless)
{
    const auto geometry = grid();
    LabelMap marks(geometry.columns(), geometry.rows(), geometry.slices());
    marks = marks.painted(3, disc(geometry, 80, 80, 6), fat).painted(3, disc(geometry, 80, 80, 3), root);
    EXPECT_EQ(copiedTo(geometry, marks, geometry), marks);
}

TEST(Copy, toAnotherGridKeepsPlaceAndArea)
{
    const auto t1 = grid(0.5);
    const auto t2 = grid(0.8, PatientPoint{-4.4, 3, -2}); // one slice and a few millimetres away
    LabelMap marks(t1.columns(), t1.rows(), t1.slices());
    marks = marks.painted(3, disc(t1, 60, 60, 6), root);
    const auto copy = copiedTo(t2, marks, t1);
    ASSERT_EQ(copy.markedSlices(), (std::vector<int>{2})); // slices run to the patient's right from each origin
    const double area = static_cast<double>(copy.count(root)) * t2.pixelArea().value;
    EXPECT_NEAR(area, std::numbers::pi * 36, 0.04 * area);
    const auto centre = t2.nearestVoxel(t1.toPatient(VoxelIndex{60, 60, 3}));
    EXPECT_EQ(copy.at(centre), root);
}

TEST(Copy, whereTheSourceHasNoSliceNothingIsMarked)
{
    const auto t1 = grid();
    LabelMap marks(t1.columns(), t1.rows(), t1.slices());
    marks = marks.painted(0, disc(t1, 80, 80, 6), root);
    EXPECT_TRUE(copiedTo(grid(0.5, PatientPoint{100, 0, 0}), marks, t1).isEmpty());
}

} // namespace
} // namespace grading
