#include "SliceSpacing.h"

#include <gtest/gtest.h>

namespace grading {

TEST(SliceSpacing, PositionsRoundedToTwoDecimalsAreEven)
{
    const auto spacing = sliceSpacing({0, 4.44, 8.89, 13.33, 17.78}, {});
    EXPECT_TRUE(spacing.isEven);
    EXPECT_NEAR(spacing.nominal, 4.445, 1e-9);
}

TEST(SliceSpacing, EveryLostSliceIsCountedWhereItLacks)
{
    const auto spacing = sliceSpacing({0, 4, 8, 16, 20, 32, 36}, {});
    EXPECT_FALSE(spacing.isEven);
    EXPECT_TRUE(spacing.isGrid);
    EXPECT_EQ(spacing.missingAfter, (std::vector<int>{2, 4, 4}));
    EXPECT_NEAR(spacing.nominal, 4, 1e-9);
}

TEST(SliceSpacing, OneWholeGapOfTwoIsDecidedByTheShorterStep)
{
    EXPECT_NEAR(sliceSpacing({0, 4.4, 13.2}, {}).nominal, 4.4, 1e-9);
}

TEST(SliceSpacing, AStepThatIsNoWholeNumberOfOthersIsUneven)
{
    const auto spacing = sliceSpacing({0, 4, 8, 13.5, 17.5, 21.5}, {});
    EXPECT_FALSE(spacing.isGrid);
    EXPECT_DOUBLE_EQ(spacing.nominal, 4);
}

TEST(SliceSpacing, ADistantBlockOfSlicesIsABlockOfItsOwn)
{
    EXPECT_EQ(blocks({0, 4, 8, 12, 40, 44, 48, 52}).size(), 2u);
    EXPECT_EQ(blocks({0, 4, 8, 12, 28, 32, 36, 40}).size(), 1u) << "three slices went missing";
    EXPECT_EQ(blocks({0, 4, 8, 12, 60}).size(), 1u) << "a lone slice is no block";
}

} // namespace grading
