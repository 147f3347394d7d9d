#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Sign = RootMeasurement::Sign;
constexpr truth::Sides noneLost{};

RootMeasurement rootOf(const truth::Grid& grid, const truth::Scene& scene, const MeasureRequest& request = {})
{
    const truth::Drawing drawing(grid, scene);
    const auto measured = measure(drawing.marks(noneLost), drawing.geometry(), request);
    EXPECT_TRUE(measured) << measured.error().message();
    return measured->graded().root;
}

RootMeasurement rootOf(const truth::Shape& shape, const MeasureRequest& request = {})
{
    truth::Scene scene;
    scene.root = shape;
    return rootOf(truth::Grid{}, scene, request);
}

double ellipsePerimeter(double a, double b) // Ramanujan 1914
{
    return std::numbers::pi * (3 * (a + b) - std::sqrt((3 * a + b) * (a + 3 * b)));
}

struct Means {
    double area = 0;
    double flattening = 0;
    double major = 0;
    double minor = 0;
    double perimeter = 0;
};

/// Over 16 places between the pixels and five tilts: what single ones miss by their staircase, the mean must not.
Means meansOf(const truth::Grid& grid, const truth::Shape& shape)
{
    Means means;
    for (int place = 0; place < 80; ++place) {
        truth::Scene scene;
        scene.root = shape;
        scene.tiltDegrees = place / 16 * 15;
        scene.shiftUp = place % 4 * grid.rowSpacing / 4;
        scene.shiftForwards = place / 4 % 4 * grid.columnSpacing / 4;
        const auto root = rootOf(grid, scene);
        means.area += root.area.value / 80;
        means.flattening += root.flattening / 80;
        means.major += root.majorAxis.value / 80;
        means.minor += root.minorAxis.value / 80;
        means.perimeter += root.perimeter.value / 80;
    }
    return means;
}

class EllipseOf5x3 : public testing::TestWithParam<truth::Grid> {};

TEST_P(EllipseOf5x3, hasFlattening060AndItsAreaAndPerimeter)
{
    const Means means = meansOf(GetParam(), truth::ellipse(5, 3));
    EXPECT_NEAR(means.flattening, 0.60, 0.005);
    EXPECT_NEAR(means.area, std::numbers::pi * 15, 0.005 * std::numbers::pi * 15);
    EXPECT_NEAR(means.major, 10, 0.07); // the pixels' own variance adds up to 0.054 mm at 0.7 mm
    EXPECT_NEAR(means.minor, 6, 0.07);
    EXPECT_NEAR(means.perimeter, ellipsePerimeter(5, 3), 0.02 * ellipsePerimeter(5, 3));
}

INSTANTIATE_TEST_SUITE_P(Grids, EllipseOf5x3,
                         testing::Values(truth::Grid{0.5, 0.5}, truth::Grid{0.35, 0.5, 90, 72}, truth::Grid{0.7, 0.7}));

TEST(RootShape, areasAreWithinTwoPercentAtHalfAMillimetre)
{
    for (int place = 0; place < 16; ++place) {
        truth::Scene scene;
        scene.root = truth::ellipse(8, 5);
        scene.fatThickness = 1;
        scene.tiltDegrees = place * 7;
        scene.shiftUp = place % 4 * 0.125;
        scene.shiftForwards = place / 4 * 0.125;
        EXPECT_NEAR(rootOf(truth::Grid{}, scene).area.value, std::numbers::pi * 40, 0.02 * std::numbers::pi * 40);
    }
}

TEST(RootShape, aSmallEllipseKeepsItsFlatteningByThePixelsVariance)
{
    EXPECT_NEAR(meansOf(truth::Grid{0.5, 0.5}, truth::ellipse(2.5, 1.5)).flattening, 0.60, 0.01);
}

/// Counting pixel edges would give 4/π too much for a disc.
TEST(RootShape, aDiscsPerimeterIsNotItsStaircase)
{
    EXPECT_NEAR(rootOf(truth::ellipse(4, 4)).perimeter.value, 8 * std::numbers::pi, 0.02 * 8 * std::numbers::pi);
}

TEST(RootShape, aRectangleOfWholePixelsIsSolidAndExact)
{
    const auto root = rootOf(truth::rectangle(2.2, 4.2)); // 8 × 16 centres at odd quarters of a millimetre
    EXPECT_EQ(root.pixels, 8 * 16);
    EXPECT_DOUBLE_EQ(root.solidity, 1);
    EXPECT_DOUBLE_EQ(root.flattening, 0.5);
    EXPECT_DOUBLE_EQ(root.area.value, 32);
}

TEST(RootShape, belowTwentyPixelsIsNotAssessable)
{
    EXPECT_EQ(rootOf(truth::rectangle(0.8, 1.2)).pixels, 4 * 4);
    EXPECT_EQ(rootOf(truth::rectangle(0.8, 1.2)).state, RootShapeState::NotAssessable);
    EXPECT_EQ(rootOf(truth::rectangle(0.8, 1.3)).pixels, 4 * 6);
    EXPECT_EQ(rootOf(truth::rectangle(0.8, 1.3)).state, RootShapeState::Normal);
}

TEST(RootShape, oneSignDoesNotSuggestDeformed)
{
    const auto flat = rootOf(truth::ellipse(1.5, 4));
    EXPECT_THAT(flat.signs, ElementsAre(Sign::Flattened));
    EXPECT_EQ(flat.state, RootShapeState::Normal);
}

TEST(RootShape, flatAndIndentedSuggestsDeformed)
{
    const auto root = rootOf(truth::dumbbell());
    EXPECT_THAT(root.signs, ElementsAre(Sign::Flattened, Sign::Indented));
    EXPECT_EQ(root.state, RootShapeState::Deformed);
}

MeasureRequest comparedTo(double area, double flattening)
{
    MeasureRequest request;
    request.otherSide = RootReference{{area}, flattening};
    return request;
}

TEST(RootShape, comparesFlatteningAndAreaToTheOtherSide)
{
    const double area = std::numbers::pi * 9 * 0.55; // of the ellipse below
    const auto shape = truth::ellipse(3 * 0.55, 3);
    EXPECT_THAT(rootOf(shape).signs, IsEmpty());
    EXPECT_THAT(rootOf(shape, comparedTo(area, 0.9)).signs, ElementsAre(Sign::Flattened));
    EXPECT_THAT(rootOf(shape, comparedTo(area / 0.5, 0.9)).signs, ElementsAre(Sign::Flattened, Sign::Shrunken));
    EXPECT_EQ(rootOf(shape, comparedTo(area / 0.5, 0.9)).state, RootShapeState::Deformed);
}

TEST(RootShape, aSwollenRootCountsAsMuchAsAShrunkenOne)
{
    const auto root = rootOf(truth::ellipse(3 * 0.55, 3), comparedTo(std::numbers::pi * 9 * 0.55 / 1.6, 0.9));
    EXPECT_THAT(root.signs, ElementsAre(Sign::Flattened, Sign::Swollen));
    EXPECT_EQ(root.state, RootShapeState::Deformed);
    EXPECT_NEAR(root.toOtherSide->area, 1.6, 0.08);
}

TEST(RootShape, takesTheNeighboursMeanWhereTheOtherSideIsMissing)
{
    const double area = std::numbers::pi * 9;
    MeasureRequest request;
    request.neighbours = {{{area}, 1.0}, {{3 * area}, 1.0}};
    const auto root = rootOf(truth::ellipse(3, 3), request);
    EXPECT_FALSE(root.toOtherSide);
    EXPECT_NEAR(root.toNeighbours->area, 0.5, 0.02);
    EXPECT_THAT(root.signs, ElementsAre(Sign::Shrunken));
    request.otherSide = RootReference{{area}, 1.0};
    EXPECT_THAT(rootOf(truth::ellipse(3, 3), request).signs, IsEmpty());
}

TEST(RootShape, aReferenceWithoutSizeIsNone)
{
    EXPECT_FALSE(rootOf(truth::ellipse(3, 3), comparedTo(0, 0)).toOtherSide);
}

} // namespace
} // namespace grading
