#include "grading/imaging/TissueWindow.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

/// 100×100: a lower part of air (value 3), a body whose values rise evenly from 200 to 1200, `bright` of 9000.
Volume body(int airRows, int brightVoxels = 0)
{
    const auto geometry = *VolumeGeometry::make({}, {1, 0, 0}, {0, 1, 0}, {1}, {1}, {4}, 100, 100, 1);
    std::vector<std::int16_t> pixels(geometry.voxelCount(), 3);
    const std::size_t tissue = pixels.size() - static_cast<std::size_t>(airRows) * 100;
    for (std::size_t i = 0; i < tissue; ++i)
        pixels[i] = static_cast<std::int16_t>(200 + 1000 * i / tissue);
    std::fill_n(pixels.begin(), brightVoxels, std::int16_t{9000});
    return {geometry, std::move(pixels)};
}

Stack stackWith(std::optional<DisplayWindow> window)
{
    Stack stack;
    stack.window = window;
    return stack;
}

TEST(TissueWindow, ReachesFromAirToTheBrightestTwentiethOfTheTissue)
{
    const auto window = tissueWindow(body(30));
    EXPECT_NEAR(window.lower(), 3, 1);
    EXPECT_NEAR(window.upper(), 1150, 5);
}

TEST(TissueWindow, NeitherTheAirsShareNorAFewBrightSpotsMoveIt)
{
    EXPECT_NEAR(tissueWindow(body(70)).upper(), 1150, 5);
    EXPECT_NEAR(tissueWindow(body(30, 60)).upper(), 1160, 10);
}

TEST(TissueWindow, TheFilesWindowIsTakenWhenItShowsTheTissue)
{
    const DisplayWindow scanner{600, 1000};
    EXPECT_EQ(openingWindow(stackWith(scanner), body(30)), scanner);
}

TEST(TissueWindow, AFilesWindowThatLeavesTheTissueBlackOrWhiteIsNot)
{
    const auto volume = body(30);
    for (const auto& off : {DisplayWindow{4500, 9000}, DisplayWindow{50, 100}, DisplayWindow{-500, 100}})
        EXPECT_EQ(openingWindow(stackWith(off), volume), tissueWindow(volume)) << off.center;
}

TEST(TissueWindow, WithoutOneInTheFileIsTheTissues)
{
    const auto volume = body(30);
    EXPECT_EQ(openingWindow(stackWith({}), volume), tissueWindow(volume));
}

TEST(TissueWindow, OfOneValueEverywhereHasAWidth)
{
    EXPECT_GE(tissueWindow(body(100)).width, 1);
}

} // namespace
} // namespace grading
