#include "grading/imaging/Volume.h"

#include <gtest/gtest.h>

namespace grading {

namespace {

Volume ramp()
{
    std::vector<std::int16_t> values;
    for (int i = 0; i < 4 * 3 * 2; ++i)
        values.push_back(static_cast<std::int16_t>(i));
    const auto geometry = VolumeGeometry::make({}, {1, 0, 0}, {0, 1, 0}, {1}, {1}, {1}, 4, 3, 2).value();
    return {geometry, values};
}

} // namespace

TEST(Volume, RunsColumnFastestThenRowThenSlice)
{
    EXPECT_EQ(ramp().at({1, 0, 0}), 1);
    EXPECT_EQ(ramp().at({0, 1, 0}), 4);
    EXPECT_EQ(ramp().at({0, 0, 1}), 12);
}

TEST(Volume, InterpolatesLinearlyWithinASliceAndHoldsTheEdge)
{
    EXPECT_DOUBLE_EQ(ramp().inSlice(1.25, 0.5, 1), 12 + 1.25 + 2);
    EXPECT_DOUBLE_EQ(ramp().inSlice(-3, 9, 0), 8);
}

TEST(Volume, AutomaticWindowSpansAlmostAllValues)
{
    const auto window = ramp().automaticWindow();
    EXPECT_NEAR(window.lower(), 0, 1);
    EXPECT_NEAR(window.upper(), 23, 1.5);
}

} // namespace grading
