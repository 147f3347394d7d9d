#include "grading/marks/Resample.h"
#include "grading/geometry/GridMatch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace grading {
namespace {

VolumeGeometry grid(double pixel, double between, int size, int slices, PatientPoint origin = {0, -20, 20})
{
    return VolumeGeometry::make(origin, {0, 1, 0}, {0, 0, -1}, {pixel}, {pixel}, {between}, size, size, slices).value();
}

/// Voxels whose centre lies in a ball, mm.
Region3d ball(const VolumeGeometry& on, PatientPoint centre, double radius)
{
    Region3d region;
    for (int slice = 0; slice < on.slices(); ++slice) {
        std::vector<PixelSpan> spans;
        for (int row = 0; row < on.rows(); ++row) {
            for (int column = 0; column < on.columns(); ++column) {
                if (length(on.toPatient(VoxelIndex{column, row, slice}) - centre) <= radius)
                    spans.push_back({row, column, column + 1});
            }
        }
        if (!spans.empty())
            region.emplace(slice, PixelSet(std::move(spans)));
    }
    return region;
}

double volumeOf(const Region3d& region, const VolumeGeometry& on)
{
    double voxels = 0;
    for (const auto& [slice, pixels] : region)
        voxels += static_cast<double>(pixels.count());
    return voxels * on.pixelArea().value * on.sliceSpacing().value;
}

TEST(GridMatch, KnowsPermutedAndReversedAxes)
{
    const auto to = grid(0.7, 4, 30, 9);
    // Columns run along the slices, rows upwards, slices along the columns.
    const auto corner = to.toPatient(VoxelIndex{0, 29, 0});
    const auto from =
        VolumeGeometry::make(corner, to.normal(), -to.columnDirection(), {4}, {0.7}, {0.7}, 9, 30, 30).value();

    const auto match = GridMatch::between(from, to);

    ASSERT_TRUE(match);
    for (const auto& index : {VoxelIndex{0, 0, 0}, VoxelIndex{3, 7, 11}, VoxelIndex{8, 29, 29}})
        EXPECT_LT(length(from.toPatient(index) - to.toPatient((*match)(index.column, index.row, index.slice))), 1e-9);
}

TEST(GridMatch, IsNoneForAnotherGrid)
{
    const auto to = grid(0.7, 4, 30, 9);
    EXPECT_FALSE(GridMatch::between(grid(0.7, 4, 30, 9, {0.2, -20, 20}), to)) << "0.2 mm beside it";
    EXPECT_FALSE(GridMatch::between(grid(0.72, 4, 30, 9), to)) << "other pixels";
    EXPECT_FALSE(GridMatch::between(grid(0.7, 4, 30, 8), to)) << "a slice less";
}

TEST(Regridded, GivesTheVeryVoxelsOfAReversedGrid)
{
    const auto to = grid(0.7, 4, 30, 9);
    const auto turned = VolumeGeometry::make(to.toPatient(VoxelIndex{29, 29, 0}), -to.rowDirection(),
                                             -to.columnDirection(), {0.7}, {0.7}, {4}, 30, 30, 9)
                            .value();
    const auto truth = ball(to, {-16, -10, 10}, 5);
    EXPECT_EQ(regridded(ball(turned, {-16, -10, 10}, 5), turned, to), truth);
    EXPECT_FALSE(regridded(truth, grid(0.7, 4, 30, 8), to));
}

TEST(Resampled, OnTheSameGridChangesNothing)
{
    const auto on = grid(0.7, 4, 40, 9);
    const auto region = ball(on, {-16, -8, 8}, 6);
    EXPECT_EQ(resampled(region, on, on), region);
}

TEST(Resampled, KeepsPlaceAndVolumeOfABallOnAFinerAndATurnedGrid)
{
    const auto from = grid(0.5, 0.5, 80, 80);
    const PatientPoint centre{-20.1, -3.7, 4.2};
    const auto region = ball(from, centre, 8);
    const double truth = 4.0 / 3 * std::numbers::pi * 8 * 8 * 8;
    const auto turned = VolumeGeometry::make({0, -25, 20}, {std::sin(0.3), std::cos(0.3), 0}, {0, 0, -1}, {0.6}, {0.8},
                                             {1.1}, 90, 70, 50)
                            .value();
    for (const auto& to : {grid(0.3, 0.9, 140, 50), turned}) {
        const auto result = resampled(region, from, to);
        EXPECT_NEAR(volumeOf(result, to), truth, 0.02 * truth);
        for (const auto& [slice, pixels] : result) {
            for (const auto& span : pixels.spans())
                EXPECT_LE(length(to.toPatient(VoxelIndex{span.begin, span.row, slice}) - centre), 8.5);
        }
    }
}

TEST(Resampled, OutsideTheGridAndOfNothingIsNothing)
{
    const auto from = grid(0.5, 2, 40, 10);
    const auto away = grid(0.5, 2, 40, 10, {500, 500, 500});
    EXPECT_TRUE(resampled(ball(from, {-8, -12, 12}, 4), from, away).empty());
    EXPECT_TRUE(resampled({}, from, from).empty());
}

} // namespace
} // namespace grading
