#include "PhantomSlices.h"

#include "grading/assist/Assist.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <functional>
#include <optional>

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

constexpr SlicePoint clicks[] = {{0, 0}, {1, 0}, {-1, 1}}; ///< Pixels off the root's middle.

/// Dice of one foramen on one degraded volume; none when it has no such mark.
using Score = std::function<std::optional<double>(const Volume&, const PhantomForamen&)>;

/// Mean over all foramina and degradations of one series; prints a row of the table in docs/06 for each degradation.
double meanDice(const char* mark, const PhantomSeries& series, const Score& score)
{
    double sum = 0;
    for (const auto& level : levels) {
        const Volume volume = degraded(series.volume, level);
        double levelSum = 0;
        int count = 0;
        for (const auto& foramen : phantomStudy().foramina) {
            if (const auto dice = score(volume, foramen)) {
                levelSum += *dice;
                ++count;
            }
        }
        std::printf("| %s | %s | %g | %g | %.3f |\n", mark, series.name.c_str(), level.noise, level.bias,
                    levelSum / count);
        sum += levelSum / count / static_cast<double>(std::size(levels));
    }
    return sum;
}

using FromClick = Result<AssistedMark> (*)(const Volume&, int, SlicePoint);

/// Mean over the clicks; what is refused counts as 0.
double diceFromClicks(const Volume& volume, const PhantomForamen& foramen, FromClick assist, const PixelSet& truth)
{
    const auto middle = middleOf(foramen.root);
    double sum = 0;
    for (const SlicePoint off : clicks) {
        const auto found = assist(volume, foramen.slice, {middle.column + off.column, middle.row + off.row});
        sum += found ? dice(found->pixels, truth) : 0;
    }
    return sum / static_cast<double>(std::size(clicks));
}

TEST(AssistOnPhantom, rootFromClickOverlapsTheTruth)
{
    for (const auto& series : phantomStudy().series) {
        const Score score = [](const Volume& volume, const PhantomForamen& foramen) {
            return diceFromClicks(volume, foramen, rootAt, foramen.root);
        };
        EXPECT_GE(meanDice("root", series, score), 0.85) << series.name;
    }
}

TEST(AssistOnPhantom, aFlattenedRootIsFoundOnT1ThoughTheDiscBesideItHasItsSignal)
{
    for (const auto& series : phantomStudy().series) {
        const Score score = [](const Volume& volume, const PhantomForamen& foramen) {
            return foramen.isDeformed ? std::optional(diceFromClicks(volume, foramen, rootAt, foramen.root))
                                      : std::nullopt;
        };
        EXPECT_GE(meanDice("flattened root", series, score), 0.80) << series.name;
    }
}

TEST(AssistOnPhantom, fatAroundTheRootOverlapsTheTruth)
{
    for (const auto& series : phantomStudy().series) {
        const Score score = [](const Volume& volume, const PhantomForamen& foramen) -> std::optional<double> {
            if (foramen.fat.isEmpty())
                return std::nullopt;
            const auto found = fatAround(volume, foramen.slice, foramen.root);
            return found ? dice(found->pixels, foramen.fat) : 0;
        };
        EXPECT_GE(meanDice("fat", series, score), 0.80) << series.name;
    }
}

TEST(AssistOnPhantom, foramenFromClickOverlapsTheTruth)
{
    for (const auto& series : phantomStudy().series) {
        const Score score = [](const Volume& volume, const PhantomForamen& foramen) {
            return diceFromClicks(volume, foramen, foramenAt, foramen.foramen);
        };
        EXPECT_GE(meanDice("foramen", series, score), 0.90) << series.name;
    }
}

TEST(AssistOnPhantom, fatStaysWithinTheForamenThatIsGiven)
{
    for (const auto& foramen : phantomStudy().foramina) {
        const auto& volume = phantomStudy().series[0].volume;
        const auto found = fatAround(volume, foramen.slice, foramen.root, foramen.foramen);
        if (found) {
            EXPECT_TRUE(found->pixels.without(foramen.foramen).isEmpty()) << foramen.name;
            EXPECT_GE(dice(found->pixels, foramen.fat), 0.85) << foramen.name;
        }
    }
}

TEST(AssistOnPhantom, theForamenHoldsItsRoot)
{
    for (const auto& foramen : phantomStudy().foramina) {
        const auto found = foramenAround(phantomStudy().series[1].volume, foramen.slice, foramen.root);
        ASSERT_TRUE(found.has_value()) << foramen.name;
        EXPECT_TRUE(foramen.root.without(found->pixels).isEmpty()) << foramen.name;
    }
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
