#include "grading/marks/PixelSet.h"

#include <gtest/gtest.h>

#include <algorithm>
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

/// The share of a pixel that lies inside, by 40 × 40 points.
template <class Inside>
double coverage(int column, int row, Inside isInside)
{
    int hits = 0;
    for (int i = 0; i < 40; ++i) {
        for (int j = 0; j < 40; ++j)
            hits += isInside(column - 0.5 + (i + 0.5) / 40, row - 0.5 + (j + 0.5) / 40) ? 1 : 0;
    }
    return hits / 1600.0;
}

/// An ellipse on unequal spacings as a mouse draws it: one way round with uneven steps, ending past its start.
Points drawnEllipse(const VolumeGeometry& geometry)
{
    Points line;
    for (double turn = 0; turn < 2 * std::numbers::pi + 0.3; turn += 0.02 + 0.015 * std::sin(9 * turn))
        line.push_back({(20 + 9 * std::cos(turn)) / geometry.columnSpacing().value,
                        (24 + 6 * std::sin(turn)) / geometry.rowSpacing().value});
    return line;
}

TEST(Freehand, marksThePixelsThatLieMostlyWithinAndNoOthers)
{
    const auto geometry = grid(0.7, 0.9);
    const PixelSet pixels = freehandInterior(geometry, drawnEllipse(geometry));
    for (int row = 0; row < 64; ++row) {
        for (int column = 0; column < 64; ++column) {
            const double share = coverage(
                column, row, [](double c, double r) { return std::hypot((c * 0.7 - 20) / 9, (r * 0.9 - 24) / 6) < 1; });
            if (std::abs(share - 0.5) > 0.05) {
                EXPECT_EQ(pixels.contains(column, row), share > 0.5) << column << ", " << row << ": " << share;
            }
        }
    }
}

TEST(Freehand, hasItsAreaThoughItRunsPastItsStart)
{
    const auto geometry = grid(0.7, 0.9);
    const double area = static_cast<double>(freehandInterior(geometry, drawnEllipse(geometry)).count()) * 0.63;
    EXPECT_NEAR(area, 54 * std::numbers::pi, 0.02 * 54 * std::numbers::pi);
}

TEST(Freehand, whatItGoesRoundTwiceBelongsToIt)
{
    Points twice;
    for (int i = 0; i < 144; ++i) {
        const double turn = i * 5 * std::numbers::pi / 180;
        twice.push_back({32 + 10 * std::cos(turn), 32 + 10 * std::sin(turn)});
    }
    const Points once(twice.begin(), twice.begin() + 72);
    EXPECT_EQ(freehandInterior(grid(), twice), polygonInterior(grid(), once));
}

TEST(Freehand, withoutCrossingItIsThePolygon)
{
    const Points vertices{{3.2, 4.1}, {30.8, 7.7}, {22, 50}, {11, 20}};
    EXPECT_EQ(freehandInterior(grid(), vertices), interior(vertices));
}

TEST(Freehand, ofPlacesThatAreNoneMarksNothingOutside)
{
    const Points wild{{std::nan(""), 3}, {1e300, -1e300}, {5, std::nan("")}, {10, 40}};
    EXPECT_EQ(freehandInterior(grid(), wild).clippedTo(64, 64), freehandInterior(grid(), wild));
}

} // namespace
} // namespace grading
