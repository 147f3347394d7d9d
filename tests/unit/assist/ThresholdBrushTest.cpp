#include "grading/assist/ThresholdBrush.h"

#include <gtest/gtest.h>

#include <cmath>

namespace grading {
namespace {

/// A root of 40 and 6 mm across in fat of 100, cortex of 5 beyond 6 mm from its middle (25 mm, 25 mm).
Volume rootInFat()
{
    const auto geometry =
        *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.5}, {4}, 100, 100, 1);
    std::vector<std::int16_t> values;
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 100; ++column) {
            const double distance = 0.5 * std::hypot(column - 50, row - 50);
            values.push_back(distance < 3 ? 40 : distance < 6 ? 100 : 5);
        }
    }
    return Volume(geometry, std::move(values));
}

struct Begin {
    const char* where;
    SlicePoint place;
    double signal;
};

class ThresholdBrush : public testing::TestWithParam<Begin> {};

TEST_P(ThresholdBrush, marksOnlyTheTissueThatItBeganOn)
{
    const Volume volume = rootInFat();
    const auto range = signalLike(volume, 0, GetParam().place);
    const SlicePoint path[] = {{30, 50}, {70, 50}};
    const auto stroke = brushStroke(volume.geometry(), path, Millimetres{4});
    const auto marked = pixelsInRange(volume, 0, stroke, range);
    EXPECT_FALSE(marked.isEmpty());
    for (const auto& span : stroke.spans()) {
        for (int column = span.begin; column < span.end; ++column)
            ASSERT_EQ(marked.contains(column, span.row), volume.at({column, span.row, 0}) == GetParam().signal);
    }
}

INSTANTIATE_TEST_SUITE_P(Tissues, ThresholdBrush,
                         testing::Values(Begin{"root", {50, 50}, 40}, Begin{"fat", {59, 50}, 100}),
                         [](const auto& tested) { return tested.param.where; });

TEST(ThresholdBrushEdge, outsideOfTheSliceMarksNothingAndLimitsNothing)
{
    const Volume volume = rootInFat();
    EXPECT_TRUE(signalLike(volume, 0, {-500, 9}).holds(1e9));
    EXPECT_TRUE(pixelsInRange(volume, 0, PixelSet({{-3, 0, 5}, {200, 0, 5}}), {0, 1000}).isEmpty());
}

} // namespace
} // namespace grading
