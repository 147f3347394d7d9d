#include "grading/marks/MarkEdits.h"
#include "grading/marks/PixelShape.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using enum Structure;

const PixelSet left({{4, 0, 6}, {5, 0, 6}});
const PixelSet right({{4, 4, 10}, {5, 4, 10}});

/// Fat on the left, root on the right of it.
LabelMap fatAndRoot()
{
    return LabelMap(20, 16, 3).painted(1, left, PerineuralFat).painted(1, right, NerveRoot);
}

TEST(MarkEdits, reshapingSetsOneStructureAndKeepsTheOthers)
{
    const PixelSet shape({{4, 2, 8}, {9, 1, 3}});
    const auto after = reshaped(fatAndRoot(), 1, PerineuralFat, shape);
    EXPECT_EQ(after.pixels(1, PerineuralFat), shape.without(right));
    EXPECT_EQ(after.pixels(1, NerveRoot), right);
}

TEST(MarkEdits, reshapingToItselfChangesNothing)
{
    const auto before = fatAndRoot();
    for (const auto structure : allStructures)
        EXPECT_EQ(reshaped(before, 1, structure, before.pixels(1, structure)), before);
}

TEST(MarkEdits, unitingTakesOverWhatOthersHeld)
{
    const auto after = combined(fatAndRoot(), 1, PerineuralFat, SetOperation::Unite, right);
    EXPECT_EQ(after.pixels(1, PerineuralFat), left.unitedWith(right));
    EXPECT_TRUE(after.pixels(1, NerveRoot).isEmpty());
}

TEST(MarkEdits, subtractingUnmarksOfThatStructureAlone)
{
    const PixelSet cut({{4, 2, 8}});
    const auto after = combined(fatAndRoot(), 1, PerineuralFat, SetOperation::Subtract, cut);
    EXPECT_EQ(after.pixels(1, PerineuralFat), left.without(right).without(cut));
    EXPECT_EQ(after.pixels(1, NerveRoot), right);
}

TEST(MarkEdits, intersectingKeepsWhatLiesWithinTheOther)
{
    const auto nearRoot = grown(*VolumeGeometry::make({}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {4}, 20, 16, 3), right, {2});
    const auto after = combined(fatAndRoot(), 1, PerineuralFat, SetOperation::Intersect, nearRoot);
    EXPECT_EQ(after.pixels(1, PerineuralFat), PixelSet({{4, 2, 4}, {5, 2, 4}}));
    EXPECT_EQ(after.pixels(1, NerveRoot), right);
}

} // namespace
} // namespace grading
