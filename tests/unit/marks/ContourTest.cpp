#include "grading/marks/Contour.h"

#include <gmock/gmock.h>

#include <random>

using namespace grading;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

VolumeGeometry grid(int columns, int rows)
{
    return *VolumeGeometry::make({}, {1, 0, 0}, {0, 1, 0}, {1}, {1}, {1}, columns, rows, 1);
}

/// All lines filled together by the even-odd rule.
PixelSet filled(const std::vector<Contour>& contours, const VolumeGeometry& geometry)
{
    PixelSet all;
    for (const auto& contour : contours) {
        const PixelSet one = polygonInterior(geometry, contour.points);
        all = all.unitedWith(one).without(all.intersectedWith(one));
    }
    return all;
}

} // namespace

TEST(Contour, nothingHasNoLine)
{
    EXPECT_THAT(outlines(PixelSet{}), IsEmpty());
}

TEST(Contour, aPixelIsASquareRunClockwiseHalfAPixelAround)
{
    EXPECT_THAT(outlines(PixelSet({{3, 5, 6}})),
                ElementsAre(Contour{{{4.5, 2.5}, {5.5, 2.5}, {5.5, 3.5}, {4.5, 3.5}}, false}));
}

TEST(Contour, straightSidesHaveNoCornersBetween)
{
    EXPECT_THAT(outlines(PixelSet({{0, 0, 8}, {1, 0, 8}, {2, 0, 8}})),
                ElementsAre(Contour{{{-0.5, -0.5}, {7.5, -0.5}, {7.5, 2.5}, {-0.5, 2.5}}, false}));
}

TEST(Contour, aHoleRunsTheOtherWay)
{
    const auto contours = outlines(PixelSet({{0, 0, 3}, {1, 0, 1}, {1, 2, 3}, {2, 0, 3}}));
    ASSERT_THAT(contours, SizeIs(2));
    EXPECT_FALSE(contours[0].isHole);
    EXPECT_EQ(contours[1], (Contour{{{0.5, 0.5}, {0.5, 1.5}, {1.5, 1.5}, {1.5, 0.5}}, true}));
}

TEST(Contour, pixelsThatTouchAtACornerHaveALineEach)
{
    EXPECT_THAT(outlines(PixelSet({{0, 0, 1}, {1, 1, 2}})), SizeIs(2));
}

TEST(Contour, filledTogetherTheLinesGiveTheSetBack)
{
    const auto geometry = grid(31, 23);
    std::mt19937 random{20260302};
    for (int round = 0; round < 200; ++round) {
        std::vector<PixelSpan> spans;
        for (int i = 0; i < 60; ++i) {
            const int begin = static_cast<int>(random() % 31);
            spans.push_back({static_cast<int>(random() % 23), begin, begin + 1 + static_cast<int>(random() % 6)});
        }
        const PixelSet set = PixelSet(std::move(spans)).clippedTo(31, 23);
        ASSERT_EQ(filled(outlines(set), geometry), set) << "round " << round;
    }
}
