#include "grading/assist/Livewire.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace grading {
namespace {

struct Spacing {
    double column;
    double row;
};

/// A bright disc of 9.3 mm about (40 mm, 35 mm), its edge as soft as partial volume makes it, with noise.
Volume disc(Spacing spacing)
{
    const auto geometry =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {spacing.column}, {spacing.row}, {4},
                              static_cast<int>(80 / spacing.column), static_cast<int>(70 / spacing.row), 1);
    std::mt19937 random(5);
    std::normal_distribution<double> noise(0, 4);
    std::vector<float> values;
    for (int row = 0; row < geometry.rows(); ++row) {
        for (int column = 0; column < geometry.columns(); ++column) {
            const double distance = std::hypot(column * spacing.column - 40, row * spacing.row - 35);
            values.push_back(static_cast<float>(40 + 60 / (1 + std::exp((distance - 9.3) * 8)) + noise(random)));
        }
    }
    return Volume(geometry, std::move(values));
}

SlicePoint onCircle(Spacing spacing, double degrees, double radius = 9.3)
{
    const double turn = degrees * std::numbers::pi / 180;
    return {(40 + radius * std::cos(turn)) / spacing.column, (35 + radius * std::sin(turn)) / spacing.row};
}

double distanceFromMiddle(Spacing spacing, SlicePoint p)
{
    return std::hypot(p.column * spacing.column - 40, p.row * spacing.row - 35);
}

class LivewireOn : public testing::TestWithParam<Spacing> {};

TEST_P(LivewireOn, followsAnEdgeFromAnchorToAnchorWithinHalfAPixel)
{
    const auto spacing = GetParam();
    const Volume volume = disc(spacing);
    for (const double from : {0.0, 45.0, 200.0}) {
        const SlicePoint anchor = onCircle(spacing, from);
        const auto path = Livewire(volume, 0, anchor).pathTo(onCircle(spacing, from + 120));
        ASSERT_GT(path.size(), 10U);
        for (const auto& point : path)
            EXPECT_NEAR(distanceFromMiddle(spacing, point), 9.3, 0.5 * std::max(spacing.column, spacing.row));
    }
}

TEST_P(LivewireOn, closedRoundADiscHoldsItsArea)
{
    const auto spacing = GetParam();
    const Volume volume = disc(spacing);
    std::vector<SlicePoint> line;
    for (const double at : {0.0, 90.0, 180.0, 270.0}) {
        const auto part = Livewire(volume, 0, onCircle(spacing, at)).pathTo(onCircle(spacing, at + 90));
        line.insert(line.end(), part.begin(), part.end() - 1);
    }
    const double area =
        static_cast<double>(polygonInterior(volume.geometry(), line).count()) * volume.geometry().pixelArea().value;
    const double truth = std::numbers::pi * 9.3 * 9.3;
    EXPECT_NEAR(area, truth, 0.02 * truth);
}

INSTANTIATE_TEST_SUITE_P(Spacings, LivewireOn, testing::Values(Spacing{0.6, 0.6}, Spacing{0.5, 0.8}));

TEST(Livewire, beginsAndEndsWhereItWasPut)
{
    const Volume volume = disc({0.6, 0.6});
    const auto path = Livewire(volume, 0, {60.3, 50.1}).pathTo({70.7, 58.2});
    EXPECT_EQ(path.front(), (SlicePoint{60.3, 50.1}));
    EXPECT_EQ(path.back(), (SlicePoint{70.7, 58.2}));
}

TEST(Livewire, worksAtTheSlicesCornerAndTowardsPlacesThatAreNone)
{
    const Volume volume = disc({0.6, 0.6});
    const Livewire wire(volume, 0, {-4, 1e9});
    for (const SlicePoint to : {SlicePoint{0, 0}, SlicePoint{-1e12, 3}, SlicePoint{std::nan(""), 5}})
        EXPECT_GE(wire.pathTo(to).size(), 2U);
}

TEST(Livewire, ofAPointToItselfIsThatPoint)
{
    const Volume volume = disc({0.6, 0.6});
    const auto path = Livewire(volume, 0, {60, 50}).pathTo({60, 50});
    EXPECT_EQ(path, (std::vector<SlicePoint>{{60, 50}, {60, 50}}));
}

TEST(NearestEdge, takesAClickBesideAnEdgeToIt)
{
    const Spacing spacing{0.6, 0.6};
    const Volume volume = disc(spacing);
    for (const double degrees : {10.0, 130.0, 250.0}) {
        const auto snapped = nearestEdge(volume, 0, onCircle(spacing, degrees, 8.3));
        EXPECT_NEAR(distanceFromMiddle(spacing, snapped), 9.3, 0.4);
    }
}

} // namespace
} // namespace grading
