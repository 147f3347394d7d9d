#include "grading/marks/LabelMap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace grading {
namespace {

using testing::ElementsAre;
using enum Structure;

const PixelSet square({{2, 2, 6}, {3, 2, 6}, {4, 2, 6}});
const PixelSet right({{2, 4, 8}, {3, 4, 8}, {4, 4, 8}});

LabelMap emptyMap()
{
    return {20, 16, 5};
}

void expectExclusive(const LabelMap& map)
{
    for (const int slice : map.markedSlices()) {
        std::size_t sum = 0;
        for (const auto structure : allStructures)
            sum += map.count(structure, slice);
        EXPECT_EQ(sum, map.markedPixels(slice).count());
    }
}

TEST(LabelMapRules, paintingTakesOverWhatWasThere)
{
    const LabelMap map = emptyMap().painted(1, square, NerveRoot).painted(1, right, PerineuralFat);
    EXPECT_EQ(map.pixels(1, NerveRoot), square.without(right));
    EXPECT_EQ(map.pixels(1, PerineuralFat), right);
    EXPECT_EQ(map.at({5, 3, 1}), PerineuralFat);
    EXPECT_EQ(map.at({3, 3, 1}), NerveRoot);
    EXPECT_EQ(map.at({3, 3, 2}), std::nullopt);
    expectExclusive(map);
}

TEST(LabelMapRules, fillingLeavesWhatWasThere)
{
    const LabelMap map = emptyMap().painted(1, square, NerveRoot).filled(1, right, PerineuralFat);
    EXPECT_EQ(map.pixels(1, NerveRoot), square);
    EXPECT_EQ(map.pixels(1, PerineuralFat), right.without(square));
    expectExclusive(map);
}

TEST(LabelMapRules, erasingOneStructureLeavesTheOthers)
{
    const LabelMap both = emptyMap().painted(1, square, NerveRoot).filled(1, right, PerineuralFat);
    const LabelMap map = both.erased(1, right, PerineuralFat);
    EXPECT_EQ(map.pixels(1, NerveRoot), square);
    EXPECT_EQ(map.count(PerineuralFat), 0U);
    EXPECT_TRUE(both.erased(1, square.unitedWith(right)).isEmpty());
}

TEST(LabelMapRules, pixelsOutsideTheSliceAreIgnored)
{
    const PixelSet across({{-3, 0, 5}, {15, 18, 30}, {16, 0, 5}});
    EXPECT_EQ(emptyMap().painted(0, across, NerveRoot).pixels(0, NerveRoot), PixelSet({{15, 18, 20}}));
}

TEST(LabelMapRules, countsAndListsByStructure)
{
    const LabelMap map =
        emptyMap().painted(3, square, NerveRoot).painted(1, square, NerveRoot).painted(4, right, ForamenOutline);
    EXPECT_EQ(map.count(NerveRoot), 24U);
    EXPECT_EQ(map.count(NerveRoot, 3), 12U);
    EXPECT_THAT(map.markedSlices(), ElementsAre(1, 3, 4));
    EXPECT_THAT(map.markedSlices(NerveRoot), ElementsAre(1, 3));
}

TEST(LabelMapRules, aMapErasedToNothingEqualsAnEmptyOne)
{
    EXPECT_EQ(emptyMap().painted(1, square, NerveRoot).erased(1, square), emptyMap());
}

TEST(LabelMapRules, mapsOfDifferentGridsAreDifferent)
{
    EXPECT_NE(LabelMap(20, 16, 5), LabelMap(16, 20, 5));
}

LabelMap edited(const LabelMap& map, std::mt19937& random)
{
    const auto number = [&random](int low, int high) { return std::uniform_int_distribution(low, high)(random); };
    std::vector<PixelSpan> spans;
    for (int i = number(1, 6); i > 0; --i) {
        const int begin = number(-2, 19);
        spans.push_back({number(0, 15), begin, begin + number(1, 9)});
    }
    const PixelSet pixels{spans};
    const int slice = number(0, 4);
    const auto structure = allStructures[static_cast<std::size_t>(number(0, 2))];
    switch (number(0, 3)) {
    case 0:
        return map.painted(slice, pixels, structure);
    case 1:
        return map.filled(slice, pixels, structure);
    case 2:
        return map.erased(slice, pixels);
    default:
        return map.erased(slice, pixels, structure);
    }
}

TEST(LabelMapRules, aHundredEditsAreUndoneByTheValuesKept)
{
    std::mt19937 random(3);
    std::vector<LabelMap> history{emptyMap()};
    std::vector<std::string> texts{""};
    for (int i = 0; i < 100; ++i) {
        history.push_back(edited(history.back(), random));
        texts.push_back(history.back().toText());
        expectExclusive(history.back());
    }
    for (std::size_t i = history.size(); i-- > 0;) {
        EXPECT_EQ(history[i].toText(), texts[i]) << "an older value changed with a newer one";
        const auto read = LabelMap::fromText(texts[i], 20, 16, 5);
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, history[i]);
    }
}

TEST(LabelMapText, isFixed)
{
    EXPECT_EQ(emptyMap().toText(), "");
    EXPECT_EQ(emptyMap().painted(1, PixelSet({{2, 3, 5}, {3, 0, 1}}), PerineuralFat).toText(), "1:2,3,5,2;1:3,0,1,2;");
}

class MalformedText : public testing::TestWithParam<const char*> {};

TEST_P(MalformedText, isRefused)
{
    const auto map = LabelMap::fromText(GetParam(), 20, 16, 5);
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, ErrorCode::Unreadable);
}

INSTANTIATE_TEST_SUITE_P(Texts, MalformedText,
                         testing::Values("x", "1", "1:2,3,5,2", "1:2,3,5;", "1:2,3,5,2;;", " 1:2,3,5,2;",
                                         "1:2,3,5,2; 1:3,0,1,2;", "5:2,3,5,2;", "-1:2,3,5,2;", "1:16,3,5,2;",
                                         "1:2,-1,5,2;", "1:2,3,21,2;", "1:2,5,5,2;", "1:2,5,3,2;", "1:2,3,5,0;",
                                         "1:2,3,5,4;", "1:2,3,99999999999999999999,2;", "1:2,3,5,2;1", "1.2,3,5,2;"));

TEST(LabelMapText, aGridWithoutPixelsIsRefused)
{
    EXPECT_FALSE(LabelMap::fromText("", 0, 16, 5));
    EXPECT_FALSE(LabelMap::fromText("", 20, 16, -1));
}

} // namespace
} // namespace grading
