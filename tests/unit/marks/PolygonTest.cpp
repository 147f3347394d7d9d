#include "grading/marks/PixelSet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace grading {
namespace {

using Points = std::vector<SlicePoint>;

VolumeGeometry grid(double columnSpacing = 1, double rowSpacing = 1)
{
    return *VolumeGeometry::make({0, 0, 0}, {0, 1, 0}, {0, 0, -1}, {columnSpacing}, {rowSpacing}, {4}, 64, 64, 1);
}

PixelSet interior(const Points& vertices)
{
    return polygonInterior(grid(), vertices);
}

TEST(Polygon, holdsPixelsWhoseCentreIsInside)
{
    EXPECT_EQ(interior({{1.5, 1.5}, {4.5, 1.5}, {4.5, 3.5}, {1.5, 3.5}}), PixelSet({{2, 2, 5}, {3, 2, 5}}));
}

TEST(Polygon, anEdgeThroughCentresBelongsToTheInsideRightOrBelow)
{
    // Left and upper edge in, right and lower edge out.
    EXPECT_EQ(interior({{2, 2}, {5, 2}, {5, 5}, {2, 5}}), PixelSet({{2, 2, 5}, {3, 2, 5}, {4, 2, 5}}));
}

TEST(Polygon, neighboursThatShareAnEdgeShareNoPixelAndLeaveNone)
{
    const SlicePoint corner[] = {{3, 3}, {40, 9}, {45, 50}, {8, 44}};
    const Points upper{corner[0], corner[1], corner[2]};
    const Points lower{corner[0], corner[2], corner[3]};
    const PixelSet a = interior(upper);
    const PixelSet b = interior(lower);
    EXPECT_TRUE(a.intersectedWith(b).isEmpty());
    EXPECT_EQ(a.unitedWith(b), interior({corner[0], corner[1], corner[2], corner[3]}));
}

TEST(Polygon, isTheSameWhicheverWayItRuns)
{
    Points vertices{{3.2, 4.1}, {30.8, 7.7}, {22, 50}, {11, 20}};
    const PixelSet forwards = interior(vertices);
    std::reverse(vertices.begin(), vertices.end());
    EXPECT_EQ(interior(vertices), forwards);
}

TEST(Polygon, overlapsCountEvenOdd)
{
    // A pentagram's middle is wound twice, so it is outside.
    Points star;
    for (int i = 0; i < 5; ++i) {
        const double angle = i * 4 * std::numbers::pi / 5;
        star.push_back({32 + 25 * std::sin(angle), 32 - 25 * std::cos(angle)});
    }
    const PixelSet pixels = interior(star);
    EXPECT_FALSE(pixels.contains(32, 32));
    EXPECT_TRUE(pixels.contains(32, 12));
}

TEST(Polygon, hasADiscsAreaInMillimetresOnUnequalSpacings)
{
    const auto geometry = grid(0.5, 0.8);
    Points circle;
    for (int i = 0; i < 360; ++i) {
        const double angle = i * std::numbers::pi / 180;
        circle.push_back({(16 + 10 * std::cos(angle)) / 0.5, (25 + 10 * std::sin(angle)) / 0.8});
    }
    const double area = static_cast<double>(polygonInterior(geometry, circle).count()) * geometry.pixelArea().value;
    EXPECT_NEAR(area, 100 * std::numbers::pi, 0.02 * 100 * std::numbers::pi);
}

TEST(Polygon, fewerThanThreeVerticesHoldNothing)
{
    EXPECT_TRUE(interior({}).isEmpty());
    EXPECT_TRUE(interior({{3, 3}, {9, 9}}).isEmpty());
}

TEST(Polygon, isClippedToTheSlice)
{
    EXPECT_EQ(interior({{-100, -100}, {200, -100}, {200, 200}, {-100, 200}}).count(), 64U * 64U);
}

} // namespace
} // namespace grading
