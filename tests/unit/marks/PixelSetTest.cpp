#include "grading/marks/PixelSet.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace grading {
namespace {

using Pixels = std::set<std::pair<int, int>>; // row, column

Pixels listOf(const PixelSet& set)
{
    Pixels pixels;
    for (const auto& span : set.spans()) {
        for (int column = span.begin; column < span.end; ++column)
            EXPECT_TRUE(pixels.emplace(span.row, column).second) << "a pixel twice";
    }
    return pixels;
}

PixelSet randomSet(std::mt19937& random)
{
    std::uniform_int_distribution<int> place(0, 14);
    std::vector<PixelSpan> spans;
    for (int i = 0; i < 25; ++i) {
        const int begin = place(random);
        spans.push_back({place(random), begin, begin + place(random) / 3});
    }
    return PixelSet(spans);
}

TEST(PixelSetRules, spansAreSortedAndNeitherTouchNorOverlap)
{
    EXPECT_EQ(PixelSet({{3, 5, 8}, {1, 2, 4}, {3, 8, 9}, {3, 1, 2}, {1, 3, 6}, {2, 4, 4}, {2, 6, 3}}),
              PixelSet({{1, 2, 6}, {3, 1, 2}, {3, 5, 9}}));
    EXPECT_EQ(PixelSet({{1, 2, 6}, {3, 1, 2}, {3, 5, 9}}).spans().size(), 3U);
}

TEST(PixelSetRules, operationsAreThoseOfSets)
{
    std::mt19937 random(11);
    for (int i = 0; i < 200; ++i) {
        const PixelSet a = randomSet(random);
        const PixelSet b = randomSet(random);
        const Pixels inA = listOf(a);
        const Pixels inB = listOf(b);
        Pixels both;
        Pixels either = inA;
        Pixels onlyA;
        either.insert(inB.begin(), inB.end());
        for (const auto& pixel : inA)
            (inB.contains(pixel) ? both : onlyA).insert(pixel);
        EXPECT_EQ(listOf(a.unitedWith(b)), either);
        EXPECT_EQ(listOf(a.intersectedWith(b)), both);
        EXPECT_EQ(listOf(a.without(b)), onlyA);
        EXPECT_EQ(a.count(), inA.size());
        for (int row = -1; row < 17; ++row) {
            for (int column = -1; column < 21; ++column)
                EXPECT_EQ(a.contains(column, row), inA.contains({row, column}));
        }
    }
}

TEST(PixelSetRules, clippingKeepsWhatIsInside)
{
    EXPECT_EQ(PixelSet({{-1, 0, 9}, {0, -4, 3}, {4, 8, 30}, {5, 0, 9}}).clippedTo(10, 5),
              PixelSet({{0, 0, 3}, {4, 8, 10}}));
}

} // namespace
} // namespace grading
