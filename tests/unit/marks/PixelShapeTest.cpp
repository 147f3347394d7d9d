#include "grading/marks/PixelShape.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <set>

namespace grading {
namespace {

VolumeGeometry grid(double columnSpacing = 0.5, double rowSpacing = 0.5)
{
    return *VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {columnSpacing}, {rowSpacing}, {4.4}, 200, 160, 5);
}

PixelSet disc(const VolumeGeometry& geometry, double column, double row, double radius)
{
    return brushStroke(geometry, std::vector{SlicePoint{column, row}}, {radius});
}

double areaOf(const VolumeGeometry& geometry, const PixelSet& pixels)
{
    return static_cast<double>(pixels.count()) * geometry.pixelArea().value;
}

TEST(PixelShape, islandsCountCornersAsTouchingAndComeLargestFirst)
{
    const PixelSet corner({{0, 0, 2}, {1, 2, 3}});
    EXPECT_EQ(islands(corner).size(), 1u);
    const PixelSet apart({{0, 0, 1}, {0, 3, 6}, {5, 0, 1}});
    const auto found = islands(apart);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0], PixelSet({{0, 3, 6}}));
    EXPECT_EQ(found[1], PixelSet({{0, 0, 1}}));
    EXPECT_EQ(largestIsland(apart), PixelSet({{0, 3, 6}}));
    EXPECT_TRUE(islands(PixelSet()).empty());
}

TEST(PixelShape, islandsAreWhatAWalkOverTouchingPixelsReaches)
{
    std::mt19937 random(5);
    for (int i = 0; i < 100; ++i) {
        std::set<std::pair<int, int>> open; // row, column
        std::vector<PixelSpan> spans;
        for (int row = 0; row < 12; ++row) {
            for (int column = 0; column < 12; ++column) {
                if (random() % 3 == 0) {
                    open.emplace(row, column);
                    spans.push_back({row, column, column + 1});
                }
            }
        }
        std::multiset<std::size_t> sizes;
        while (!open.empty()) {
            std::vector<std::pair<int, int>> edge{*open.begin()};
            open.erase(open.begin());
            std::size_t size = 0;
            for (; !edge.empty(); ++size) {
                const auto [row, column] = edge.back();
                edge.pop_back();
                for (int k = 0; k < 9; ++k) {
                    if (open.erase({row + k / 3 - 1, column + k % 3 - 1}) > 0)
                        edge.emplace_back(row + k / 3 - 1, column + k % 3 - 1);
                }
            }
            sizes.insert(size);
        }
        std::multiset<std::size_t> found;
        for (const auto& island : islands(PixelSet(spans)))
            found.insert(island.count());
        EXPECT_EQ(found, sizes);
    }
}

TEST(PixelShape, aRingIsOneIsland)
{
    const auto geometry = grid();
    EXPECT_EQ(islands(disc(geometry, 60, 60, 10).without(disc(geometry, 60, 60, 8))).size(), 1u);
}

TEST(PixelShape, smallIslandsGoByAreaInMillimetres)
{
    const PixelSet pixels({{0, 0, 4}, {5, 0, 3}});
    EXPECT_EQ(withoutSmallIslands(grid(0.5, 1), pixels, {2}), PixelSet({{0, 0, 4}}));
    EXPECT_EQ(withoutSmallIslands(grid(0.5, 1), pixels, {1.5}), pixels);
}

TEST(PixelShape, holesAreFilledButNotWhatIsOpenToTheOutside)
{
    const auto geometry = grid();
    const auto ring = disc(geometry, 60, 60, 10).without(disc(geometry, 60, 60, 8));
    EXPECT_EQ(withHolesFilled(ring), disc(geometry, 60, 60, 10));
    const auto opened = ring.without(PixelSet({{60, 60, 100}}));
    EXPECT_EQ(withHolesFilled(opened), opened);
}

class Margins : public ::testing::TestWithParam<std::pair<double, double>> {};

TEST_P(Margins, growAndShrinkByMillimetresOnAnyPixelShape)
{
    const auto geometry = grid(GetParam().first, GetParam().second);
    const auto base = disc(geometry, 90, 80, 8);
    const double wider = areaOf(geometry, grown(geometry, base, {3}));
    EXPECT_NEAR(wider, std::numbers::pi * 11 * 11, 0.04 * wider);
    const double narrower = areaOf(geometry, shrunk(geometry, base, {3}));
    EXPECT_NEAR(narrower, std::numbers::pi * 5 * 5, 0.03 * narrower);
}

INSTANTIATE_TEST_SUITE_P(PixelShapes, Margins,
                         ::testing::Values(std::pair(0.5, 0.5), std::pair(0.3, 0.9), std::pair(0.9, 0.4)));

TEST(PixelShape, growingStopsAtTheSliceAndShrinkingCountsItsEdge)
{
    const auto geometry = grid(1, 1);
    const auto all = PixelSet({{0, 0, 3}, {1, 0, 3}, {2, 0, 3}});
    const auto wider = grown(geometry, all, {1});
    EXPECT_TRUE(wider.contains(3, 1));
    EXPECT_FALSE(wider.contains(3, 3));
    EXPECT_EQ(wider.clippedTo(200, 160), wider);
    EXPECT_EQ(shrunk(geometry, all, {1}), PixelSet({{1, 1, 2}}));
}

TEST(PixelShape, floodFillStopsAtTheBorderOfWhatBelongs)
{
    const auto geometry = grid();
    const auto ring = disc(geometry, 60, 60, 10).without(disc(geometry, 60, 60, 8));
    const auto inside = floodFill(geometry, 60, 60, [&](int column, int row) { return !ring.contains(column, row); });
    EXPECT_EQ(inside, disc(geometry, 60, 60, 8));
    EXPECT_TRUE(floodFill(geometry, -1, 0, [](int, int) { return true; }).isEmpty());
    EXPECT_EQ(floodFill(geometry, 0, 0, [](int, int) { return true; }).count(), 200u * 160u);
}

} // namespace
} // namespace grading
