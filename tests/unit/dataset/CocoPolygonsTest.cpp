#include "CocoPolygons.h"

#include "ReadingSamples.h"

#include <gtest/gtest.h>

#include <random>

namespace grading {

namespace {

/// Pixels by their centres, even-odd, polygon by polygon: how often each is covered.
std::vector<int> covered(const std::vector<std::vector<int>>& polygons, int size)
{
    std::vector<int> counts(std::size_t(size) * std::size_t(size));
    for (const auto& polygon : polygons) {
        const auto corners = polygon.size() / 2;
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < size; ++column) {
                bool isInside = false;
                for (std::size_t i = 0; i < corners; ++i) {
                    const auto next = (i + 1) % corners;
                    const double y1 = polygon[2 * i + 1];
                    const double y2 = polygon[2 * next + 1];
                    // Lines run along pixel edges, so those that are crossed are vertical.
                    if ((y1 < row + 0.5) != (y2 < row + 0.5) && polygon[2 * i] < column + 0.5)
                        isInside = !isInside;
                }
                counts[std::size_t(row * size + column)] += isInside ? 1 : 0;
            }
        }
    }
    return counts;
}

void expectTheSame(const PixelSet& pixels, int size)
{
    const auto counts = covered(cocoPolygons(pixels), size);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column)
            ASSERT_EQ(counts[std::size_t(row * size + column)], pixels.contains(column, row) ? 1 : 0)
                << column << ' ' << row;
    }
}

} // namespace

TEST(CocoPolygons, FatAllAroundARootKeepsItsHole)
{
    const auto polygons = cocoPolygons(samples::ring(5, 8));
    EXPECT_EQ(polygons.size(), 2U);
    expectTheSame(samples::ring(5, 8), 64);
}

TEST(CocoPolygons, APixelIsASquareFromItsNumberToTheNext)
{
    const auto polygons = cocoPolygons(PixelSet({{2, 7, 8}}));
    ASSERT_EQ(polygons.size(), 1U);
    int left = 99;
    int bottom = 0;
    for (std::size_t i = 0; i < polygons[0].size(); i += 2) {
        left = std::min(left, polygons[0][i]);
        bottom = std::max(bottom, polygons[0][i + 1]);
    }
    EXPECT_EQ(polygons[0].size(), 8U);
    EXPECT_EQ(left, 7);
    EXPECT_EQ(bottom, 3);
}

TEST(CocoPolygons, AnySetIsCoveredOnceAndNothingElse)
{
    std::mt19937 random(7);
    for (int density : {2, 3, 5, 9}) {
        for (int trial = 0; trial < 20; ++trial) {
            std::vector<PixelSpan> spans;
            for (int row = 0; row < 20; ++row) {
                for (int column = 0; column < 20; ++column) {
                    if (random() % 10 < unsigned(density))
                        spans.push_back({row, column, column + 1});
                }
            }
            expectTheSame(PixelSet(std::move(spans)), 20);
        }
    }
}

TEST(CocoPolygons, NothingMarkedIsNoPolygon)
{
    EXPECT_TRUE(cocoPolygons(PixelSet()).empty());
}

} // namespace grading
