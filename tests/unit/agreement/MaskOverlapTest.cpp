#include "grading/agreement/MaskOverlap.h"

#include <gtest/gtest.h>

#include <cmath>

namespace grading {
namespace {

constexpr auto root = Structure::NerveRoot;

VolumeGeometry grid()
{
    return *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.8}, {4.4}, 60, 50, 7);
}

LabelMap square(int slice, int firstColumn, int firstRow)
{
    std::vector<PixelSpan> spans;
    for (int row = firstRow; row < firstRow + 10; ++row)
        spans.push_back({row, firstColumn, firstColumn + 10});
    return LabelMap(60, 50, 7).painted(slice, PixelSet(std::move(spans)), root);
}

TEST(MaskOverlap, equalMarksHaveDiceOneAndNoDistance)
{
    const auto same = overlap(square(3, 20, 20), square(3, 20, 20), root, grid());
    EXPECT_DOUBLE_EQ(same->dice, 1);
    EXPECT_DOUBLE_EQ(same->surface->hausdorff.value, 0);
}

TEST(MaskOverlap, aShiftByTwoColumnsIsOneMillimetreAndDiceFourFifths)
{
    const auto shifted = overlap(square(3, 20, 20), square(3, 22, 20), root, grid());
    EXPECT_DOUBLE_EQ(shifted->dice, 0.8);
    EXPECT_DOUBLE_EQ(shifted->surface->hausdorff.value, 1.0);
    EXPECT_LT(shifted->surface->mean.value, 1.0);
}

/// A smaller square inside the larger, two columns and two rows away on all sides: what lies inside doesn't count.
TEST(MaskOverlap, theInsideOfASliceIsNoSurface)
{
    std::vector<PixelSpan> spans;
    for (int row = 22; row < 28; ++row)
        spans.push_back({row, 22, 28});
    const LabelMap inner = LabelMap(60, 50, 7).painted(3, PixelSet(std::move(spans)), root);
    const auto apart = overlap(square(3, 20, 20), inner, root, grid());
    EXPECT_DOUBLE_EQ(apart->dice, 2.0 * 36 / 136);
    EXPECT_GE(apart->surface->mean.value, 1.0) << "two columns of 0.5 mm";
    EXPECT_NEAR(apart->surface->hausdorff.value, std::hypot(1.0, 1.6), 1e-12);
}

TEST(MaskOverlap, rowsCountWithTheirOwnSpacing)
{
    const auto shifted = overlap(square(3, 20, 20), square(3, 20, 23), root, grid());
    EXPECT_NEAR(shifted->surface->hausdorff.value, 2.4, 1e-12);
}

TEST(MaskOverlap, anotherSliceIsTheSliceDistanceAway)
{
    const auto apart = overlap(square(3, 20, 20), square(5, 20, 20), root, grid());
    EXPECT_DOUBLE_EQ(apart->dice, 0);
    EXPECT_NEAR(apart->surface->mean.value, 8.8, 1e-9);
    EXPECT_NEAR(apart->surface->percentile95.value, 8.8, 1e-9);
}

TEST(MaskOverlap, oneSidedMarksHaveNoSurfaceDistanceAndNoneHaveNothing)
{
    const auto alone = overlap(square(3, 20, 20), LabelMap(60, 50, 7), root, grid());
    EXPECT_DOUBLE_EQ(alone->dice, 0);
    EXPECT_FALSE(alone->surface.has_value());
    EXPECT_FALSE(overlap(LabelMap(60, 50, 7), LabelMap(60, 50, 7), root, grid()).has_value());
}

} // namespace
} // namespace grading
