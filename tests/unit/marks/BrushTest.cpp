#include "grading/marks/PixelSet.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace grading {
namespace {

VolumeGeometry grid(double columnSpacing, double rowSpacing, int columns = 120, int rows = 100)
{
    return *VolumeGeometry::make({0, 0, 0}, {0, 1, 0}, {0, 0, -1}, {columnSpacing}, {rowSpacing}, {4}, columns, rows,
                                 1);
}

double distanceToSegment(double x, double y, SlicePoint a, SlicePoint b, const VolumeGeometry& geometry)
{
    const double width = geometry.columnSpacing().value;
    const double height = geometry.rowSpacing().value;
    const double ax = a.column * width;
    const double ay = a.row * height;
    const double dx = b.column * width - ax;
    const double dy = b.row * height - ay;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((x - ax) * dx + (y - ay) * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(x - ax - t * dx, y - ay - t * dy);
}

struct Spacing {
    double column;
    double row;
};

class Brush : public testing::TestWithParam<Spacing> {};

/// Every pixel against the distance formula, on random paths with jumps of many pixels.
TEST_P(Brush, marksExactlyThePixelsWithinItsRadiusOfThePath)
{
    const auto geometry = grid(GetParam().column, GetParam().row);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> column(-5, 125);
    std::uniform_real_distribution<double> row(-5, 105);
    for (const double radius : {1.5, 3.0, 6.2}) {
        std::vector<SlicePoint> path;
        for (int i = 0; i < 6; ++i)
            path.push_back({column(random), row(random)});
        const PixelSet stroke = brushStroke(geometry, path, Millimetres{radius});
        for (int r = 0; r < geometry.rows(); ++r) {
            for (int c = 0; c < geometry.columns(); ++c) {
                double nearest = 1e9;
                for (std::size_t i = 0; i + 1 < path.size(); ++i)
                    nearest = std::min(nearest, distanceToSegment(c * GetParam().column, r * GetParam().row, path[i],
                                                                  path[i + 1], geometry));
                if (std::abs(nearest - radius) > 1e-6) {
                    ASSERT_EQ(stroke.contains(c, r), nearest < radius) << c << ", " << r << " at " << nearest << " mm";
                }
            }
        }
    }
}

TEST_P(Brush, coversADiscsAreaInMillimetres)
{
    const auto geometry = grid(GetParam().column, GetParam().row);
    const std::vector<SlicePoint> here{{60.3, 50.7}};
    const double radius = 12;
    const double area =
        static_cast<double>(brushStroke(geometry, here, Millimetres{radius}).count()) * geometry.pixelArea().value;
    EXPECT_NEAR(area, std::numbers::pi * radius * radius, 0.02 * std::numbers::pi * radius * radius);
}

TEST_P(Brush, leavesNoGapBetweenFarSamples)
{
    const auto geometry = grid(GetParam().column, GetParam().row);
    const std::vector<SlicePoint> path{{10, 10}, {90, 37}};
    const PixelSet stroke = brushStroke(geometry, path, Millimetres{1.0});
    for (int column = 10; column <= 90; ++column) {
        const int row = static_cast<int>(std::lround(10 + (column - 10) * 27.0 / 80));
        EXPECT_TRUE(stroke.contains(column, row)) << column;
    }
}

INSTANTIATE_TEST_SUITE_P(Spacings, Brush, testing::Values(Spacing{0.5, 0.5}, Spacing{0.7, 0.7}, Spacing{0.4, 0.9}));

TEST(BrushEdge, belowHalfAPixelStillMarksThePixelUnderThePoint)
{
    const std::vector<SlicePoint> here{{7.4, 3.6}};
    const PixelSet stroke = brushStroke(grid(1, 1), here, Millimetres{0.01});
    EXPECT_EQ(stroke, PixelSet({{4, 7, 8}}));
}

TEST(BrushEdge, aPixelCentreExactlyOnTheRimCounts)
{
    const std::vector<SlicePoint> here{{10, 10}};
    EXPECT_EQ(brushStroke(grid(0.5, 0.5), here, Millimetres{0.5}), PixelSet({{9, 10, 11}, {10, 9, 12}, {11, 10, 11}}));
}

TEST(BrushEdge, isClippedToTheSlice)
{
    const std::vector<SlicePoint> out{{-30, -30}, {-20, 400}};
    EXPECT_TRUE(brushStroke(grid(1, 1), out, Millimetres{3}).isEmpty());
    const std::vector<SlicePoint> corner{{0, 0}};
    EXPECT_EQ(brushStroke(grid(1, 1), corner, Millimetres{1}), PixelSet({{0, 0, 2}, {1, 0, 1}}));
}

TEST(BrushEdge, survivesPlacesThatAreNoPlaces)
{
    const double nan = std::nan("");
    const std::vector<SlicePoint> path{{1e300, -1e300}, {nan, nan}, {5, 5}};
    const PixelSet stroke = brushStroke(grid(1, 1), path, Millimetres{2});
    for (const auto& span : stroke.spans()) {
        EXPECT_GE(span.begin, 0);
        EXPECT_LE(span.end, 120);
    }
}

TEST(BrushEdge, noPathMarksNothing)
{
    EXPECT_TRUE(brushStroke(grid(1, 1), {}, Millimetres{3}).isEmpty());
}

VolumeGeometry block(double columnSpacing, double rowSpacing, double sliceSpacing)
{
    return *VolumeGeometry::make({0, 0, 0}, {0, 1, 0}, {0, 0, -1}, {columnSpacing}, {rowSpacing}, {sliceSpacing}, 60,
                                 50, 9);
}

struct VoxelSize {
    double column;
    double row;
    double slice;
};

class Sphere : public testing::TestWithParam<VoxelSize> {};

/// Every voxel of the block against the distance formula.
TEST_P(Sphere, marksExactlyTheVoxelsWithinItsRadiusOfThePath)
{
    const auto size = GetParam();
    const auto geometry = block(size.column, size.row, size.slice);
    const std::vector<SlicePoint> path{{12.3, 14.8}, {40.1, 30.4}, {38, 12}};
    for (const double radius : {1.63, 4.67}) {
        const VoxelSet voxels = sphereStroke(geometry, 4, path, Millimetres{radius});
        for (int slice = 0; slice < geometry.slices(); ++slice) {
            const auto found = voxels.find(slice);
            for (int r = 0; r < geometry.rows(); ++r) {
                for (int c = 0; c < geometry.columns(); ++c) {
                    const double flat =
                        std::min(distanceToSegment(c * size.column, r * size.row, path[0], path[1], geometry),
                                 distanceToSegment(c * size.column, r * size.row, path[1], path[2], geometry));
                    const double distance = std::hypot(flat, (slice - 4) * size.slice);
                    ASSERT_EQ(found != voxels.end() && found->second.contains(c, r), distance < radius)
                        << c << ", " << r << ", " << slice << " at " << distance << " mm";
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(VoxelSizes, Sphere,
                         testing::Values(VoxelSize{1, 1, 1}, VoxelSize{0.6, 0.9, 1.7}, VoxelSize{0.7, 0.7, 4.4}));

TEST(SphereEdge, onItsOwnSliceItIsTheDisc)
{
    const auto geometry = block(0.7, 0.7, 4.4);
    const std::vector<SlicePoint> path{{20, 20}, {25.5, 21}};
    const VoxelSet voxels = sphereStroke(geometry, 3, path, Millimetres{2});
    ASSERT_EQ(voxels.size(), 1U);
    EXPECT_EQ(voxels.at(3), brushStroke(geometry, path, Millimetres{2}));
}

TEST(SphereEdge, isClippedToTheStack)
{
    const std::vector<SlicePoint> here{{0, 0}};
    const VoxelSet voxels = sphereStroke(block(1, 1, 1), 0, here, Millimetres{3});
    EXPECT_EQ(voxels.begin()->first, 0);
    EXPECT_EQ(voxels.rbegin()->first, 3);
    EXPECT_EQ(voxels.at(3), PixelSet({{0, 0, 1}}));
}

} // namespace
} // namespace grading
