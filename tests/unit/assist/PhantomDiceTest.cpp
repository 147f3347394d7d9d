#include "PhantomSlices.h"

#include "grading/assist/Assist.h"

#include <gtest/gtest.h>

#include <cstdio>

namespace grading {
namespace {

using namespace test;

constexpr Degradation levels[] = {{1, 0}, {2, 0.1}, {4, 0.2}, {6, 0.3}, {8, 0.4}};

SlicePoint middleOf(const PixelSet& pixels)
{
    SlicePoint sum;
    for (const auto& span : pixels.spans()) {
        for (int column = span.begin; column < span.end; ++column)
            sum = {sum.column + column, sum.row + span.row};
    }
    const auto count = static_cast<double>(pixels.count());
    return {sum.column / count, sum.row / count};
}

/// Mean over all foramina, noise levels and off-centre clicks, of one series.
double meanRootDice(const PhantomSeries& series)
{
    double sum = 0;
    int count = 0;
    for (const auto& level : levels) {
        const Volume volume = degraded(series.volume, level);
        double levelSum = 0;
        int levelCount = 0;
        for (const auto& foramen : phantomStudy().foramina) {
            const auto middle = middleOf(foramen.root);
            for (const SlicePoint off : {SlicePoint{0, 0}, SlicePoint{1, 0}, SlicePoint{-1, 1}}) {
                const auto found = rootAt(volume, foramen.slice, {middle.column + off.column, middle.row + off.row});
                levelSum += found ? dice(found->pixels, foramen.root) : 0;
                ++levelCount;
            }
        }
        std::printf("| root | %s | %g | %g | %.3f |\n", series.name.c_str(), level.noise, level.bias,
                    levelSum / levelCount);
        sum += levelSum;
        count += levelCount;
    }
    return sum / count;
}

double meanFatDice(const PhantomSeries& series)
{
    double sum = 0;
    int count = 0;
    for (const auto& level : levels) {
        const Volume volume = degraded(series.volume, level);
        double levelSum = 0;
        int levelCount = 0;
        for (const auto& foramen : phantomStudy().foramina) {
            if (foramen.fat.isEmpty())
                continue;
            const auto found = fatAround(volume, foramen.slice, foramen.root);
            levelSum += found ? dice(found->pixels, foramen.fat) : 0;
            ++levelCount;
        }
        std::printf("| fat | %s | %g | %g | %.3f |\n", series.name.c_str(), level.noise, level.bias,
                    levelSum / levelCount);
        sum += levelSum;
        count += levelCount;
    }
    return sum / count;
}

TEST(AssistOnPhantom, rootFromClickOverlapsTheTruth)
{
    for (const auto& series : phantomStudy().series)
        EXPECT_GE(meanRootDice(series), 0.85) << series.name;
}

TEST(AssistOnPhantom, fatAroundTheRootOverlapsTheTruth)
{
    for (const auto& series : phantomStudy().series)
        EXPECT_GE(meanFatDice(series), 0.80) << series.name;
}

TEST(AssistOnPhantom, neverPaintsFatOnTheRoot)
{
    for (const auto& foramen : phantomStudy().foramina) {
        const auto found = fatAround(phantomStudy().series[0].volume, foramen.slice, foramen.root);
        if (found) {
            EXPECT_TRUE(found->pixels.intersectedWith(foramen.root).isEmpty());
        }
    }
}

} // namespace
} // namespace grading
