#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace grading {
namespace {

using testing::Contains;
using testing::Field;
using enum SideCoverageState;
constexpr truth::Sides noneLost{};

SliceMeasurements graded(const LabelMap& marks, const VolumeGeometry& geometry)
{
    const auto measured = measure(marks, geometry);
    EXPECT_TRUE(measured) << measured.error().message();
    return measured->graded();
}

SliceMeasurements graded(const truth::Grid& grid, const truth::Scene& scene)
{
    const truth::Drawing drawing(grid, scene);
    return graded(drawing.marks(noneLost), drawing.geometry());
}

std::array<SideCoverageState, 4> statesOf(const SliceMeasurements& slice)
{
    return {slice.sides[0].state, slice.sides[1].state, slice.sides[2].state, slice.sides[3].state};
}

truth::Scene discWithFat(double gap, double thickness)
{
    truth::Scene scene;
    scene.root = truth::ellipse(3, 3);
    scene.fatGap = gap;
    scene.fatThickness = thickness;
    return scene;
}

TEST(Rays, are360WithEveryRayOnOneSideOnly)
{
    const auto slice = graded(truth::Grid{}, discWithFat(0, 2));
    ASSERT_EQ(slice.profile.rays.size(), 360U);
    EXPECT_EQ(slice.profile.rays[0].angle.value, 0.5);
    EXPECT_EQ(slice.profile.rays[359].angle.value, 359.5);
    EXPECT_EQ(slice.fat.coverage, 1.0);
}

/// A disc's edge and fat lie at the same distance in all directions, finer than the pixels; the mean over places
/// between the pixels leaves no bias.
TEST(Rays, measureLengthsFinerThanAPixel)
{
    for (const double spacing : {0.5, 0.7}) {
        double edge = 0;
        double thickness = 0;
        for (int place = 0; place < 16; ++place) {
            truth::Scene scene = discWithFat(0, 2);
            scene.shiftUp = place % 4 * spacing / 4;
            scene.shiftForwards = place / 4 * spacing / 4;
            const auto slice = graded(truth::Grid{spacing, spacing}, scene);
            for (const auto& ray : slice.profile.rays) {
                EXPECT_NEAR(ray.rootEdge.value, 3, spacing);
                EXPECT_NEAR(ray.gap.value_or(Millimetres{9}).value, 0, 0.2 * spacing);
                edge += ray.rootEdge.value / 360 / 16;
                thickness += ray.thickness.value / 360 / 16;
            }
        }
        EXPECT_NEAR(edge, 3, 0.04);
        EXPECT_NEAR(thickness, 2, 0.04);
    }
}

TEST(Rays, meetFatUpToTheGapLimit)
{
    EXPECT_EQ(graded(truth::Grid{}, discWithFat(0.6, 2)).fat.coverage, 1.0);
    EXPECT_LT(*graded(truth::Grid{}, discWithFat(1.5, 2)).fat.coverage, 0.1);
}

TEST(Rays, measureTheGapWhereThereIsOne)
{
    const auto slice = graded(truth::Grid{}, discWithFat(1.5, 2));
    double gap = 0;
    for (const auto& ray : slice.profile.rays)
        gap += ray.gap.value_or(Millimetres{99}).value / 360;
    EXPECT_NEAR(gap, 1.5, 0.1);
}

/// Horizontal bands: what lies above is exactly known, gap and thickness in whole rows.
LabelMap bands(int gapRows, int fatRows)
{
    std::vector<PixelSpan> root;
    std::vector<PixelSpan> fat;
    for (int row = 30; row < 40; ++row)
        root.push_back({row, 30, 40});
    for (int row = 30 - gapRows - fatRows; row < 30 - gapRows; ++row)
        fat.push_back({row, 10, 60});
    return LabelMap(72, 72, 1)
        .painted(0, PixelSet(root), Structure::NerveRoot)
        .painted(0, PixelSet(fat), Structure::PerineuralFat);
}

TEST(Rays, onLargePixelsTheGapLimitIsTheLargerSpacing)
{
    // One row of 1.2 mm lies between root and fat, more on slanted rays.
    EXPECT_EQ(graded(bands(1, 3), truth::geometryOf({1.6, 1.2})).side(AnatomicalDirection::Superior).state, Preserved);
    EXPECT_EQ(graded(bands(1, 3), truth::geometryOf({1.2, 1.2})).side(AnatomicalDirection::Superior).state, Lost);
    EXPECT_EQ(graded(bands(2, 3), truth::geometryOf({1.6, 1.2})).side(AnatomicalDirection::Superior).state, Lost);
}

TEST(Rays, aLayerOfExactlyOnePixelIsThickEnoughFromHalfAMillimetre)
{
    EXPECT_EQ(graded(bands(0, 1), truth::geometryOf({0.5, 0.5})).side(AnatomicalDirection::Superior).state, Preserved);
    EXPECT_EQ(graded(bands(0, 1), truth::geometryOf({0.7, 0.7})).side(AnatomicalDirection::Superior).state, Preserved);
    EXPECT_EQ(graded(bands(0, 1), truth::geometryOf({0.3, 0.3})).side(AnatomicalDirection::Superior).state, Lost);
    EXPECT_EQ(graded(bands(0, 2), truth::geometryOf({0.3, 0.3})).side(AnatomicalDirection::Superior).state, Preserved);
}

TEST(Rays, aSideWithFatTooThinToCountIsLostAndSaysSo)
{
    const auto thin = graded(bands(0, 1), truth::geometryOf({0.3, 0.3}));
    EXPECT_EQ(thin.side(AnatomicalDirection::Superior).state, Lost);
    EXPECT_THAT(thin.issues, testing::ElementsAre(Field(&Issue::code, "fat-too-thin")));
    EXPECT_NE(thin.issues[0].text.find("superior"), std::string::npos);
    EXPECT_THAT(graded(bands(0, 2), truth::geometryOf({0.3, 0.3})).issues, testing::IsEmpty());
}

TEST(Rays, onePixelIsTheLargerSpacing)
{
    // 0.5 mm rows, 0.9 mm columns: one row of fat is thinner than the larger spacing, two rows aren't.
    EXPECT_EQ(graded(bands(0, 1), truth::geometryOf({0.9, 0.5})).side(AnatomicalDirection::Superior).state, Lost);
    EXPECT_EQ(graded(bands(0, 2), truth::geometryOf({0.9, 0.5})).side(AnatomicalDirection::Superior).state, Preserved);
}

/// Fat above the root, in front of a column. The image runs to the back, so the front has the lower columns; the root's
/// middle lies between columns 34 and 35.
SideMeasurement superiorWithFatBefore(int column)
{
    std::vector<PixelSpan> fat;
    for (int row = 24; row < 30; ++row)
        fat.push_back({row, 10, column});
    const LabelMap marks = bands(0, 0).painted(0, PixelSet(fat), Structure::PerineuralFat);
    return graded(marks, truth::geometryOf({})).side(AnatomicalDirection::Superior);
}

TEST(Rays, halfOfASidesRaysPreserveItAndLessThanAQuarterLosesIt)
{
    EXPECT_EQ(superiorWithFatBefore(35).state, Preserved);
    EXPECT_NEAR(*superiorWithFatBefore(35).coverage, 0.5, 0.01);
    EXPECT_EQ(superiorWithFatBefore(33).state, Equivocal);
    EXPECT_EQ(superiorWithFatBefore(30).state, Lost);
}

TEST(ImageBorder, aSideWhoseRaysLeaveTheImageUndecidedIsNotAssessable)
{
    truth::Scene scene = discWithFat(0, 2);
    scene.shiftUp = 72 * 0.25 - 2.9; // root touches the upper border
    const auto slice = graded(truth::Grid{}, scene);
    EXPECT_EQ(statesOf(slice), (std::array{NotAssessable, Preserved, Preserved, Preserved}));
    EXPECT_FALSE(slice.side(AnatomicalDirection::Superior).coverage);
    EXPECT_EQ(slice.side(AnatomicalDirection::Superior).cause, SideMeasurement::Cause::LeavesImage);
}

TEST(ImageBorder, raysThatMetFatOrPassedTheGapLimitAreDecided)
{
    truth::Scene scene = discWithFat(0, 2);
    scene.shiftUp = 72 * 0.25 - 3 - 1.0; // a millimetre of fat before the border
    EXPECT_EQ(graded(truth::Grid{}, scene).side(AnatomicalDirection::Superior).state, Preserved);
    const truth::Drawing drawing(truth::Grid{}, [] {
        truth::Scene bare = discWithFat(0, 2);
        bare.shiftUp = 72 * 0.25 - 3 - 1.3; // the gap limit passed before the border
        return bare;
    }());
    EXPECT_EQ(graded(drawing.marks({true, false, false, false}), drawing.geometry())
                  .side(AnatomicalDirection::Superior)
                  .state,
              Lost);
}

TEST(ImageBorder, withinTheGapLimitWithoutFatIsUndecided)
{
    truth::Scene scene = discWithFat(0, 2);
    scene.shiftUp = 72 * 0.25 - 3 - 0.5;
    const truth::Drawing drawing(truth::Grid{}, scene);
    const auto slice = graded(drawing.marks({true, false, false, false}), drawing.geometry());
    EXPECT_EQ(slice.side(AnatomicalDirection::Superior).state, NotAssessable);
}

/// A root like a C, open to the front: its centroid lies in the opening.
LabelMap cShape(bool closed)
{
    std::vector<PixelSpan> root;
    std::vector<PixelSpan> fat;
    for (int row = 0; row < 72; ++row) {
        for (int column = 0; column < 72; ++column) {
            const double x = (column - 35.5) * 0.5;
            const double y = (row - 35.5) * 0.5;
            const double radius = std::hypot(x, y);
            if (radius >= 4 && radius <= 7 && (closed || !(x < 0 && std::abs(y) < -x)))
                root.push_back({row, column, column + 1});
            else if (radius > 7 && radius <= 9)
                fat.push_back({row, column, column + 1});
        }
    }
    return LabelMap(72, 72, 1)
        .painted(0, PixelSet(root), Structure::NerveRoot)
        .painted(0, PixelSet(fat), Structure::PerineuralFat);
}

TEST(ConcaveRoot, raysStartDeepInsideNearestToTheCentroid)
{
    const auto geometry = truth::geometryOf({});
    const auto slice = graded(cShape(false), geometry);
    const auto origin = geometry.toIndex(slice.profile.origin);
    const double radius = std::hypot(origin.column - 35.5, origin.row - 35.5) * 0.5;
    EXPECT_GT(radius, 4.5); // 1.5 mm is the greatest depth, 90 % of it lies between 5.35 and 5.65 mm
    EXPECT_LT(radius, 6.2);
    EXPECT_THAT(slice.issues, Contains(Field(&Issue::code, "root-concave")));
    for (const auto& ray : slice.profile.rays)
        EXPECT_GT(ray.rootEdge.value, 0);
}

TEST(ConcaveRoot, aRingHasNoUniqueOriginAndSaysSo)
{
    EXPECT_THAT(graded(cShape(true), truth::geometryOf({})).issues,
                Contains(Field(&Issue::code, "ray-origin-not-unique")));
}

TEST(ConcaveRoot, theEdgeIsTheLastExitAndFatInsideABayDoesNotCount)
{
    // A root with a bay of fat on its way up: the ray leaves the root twice.
    const LabelMap marks = bands(0, 0).painted(0, PixelSet({{32, 34, 36}, {33, 34, 36}}), Structure::PerineuralFat);
    const auto slice = graded(marks, truth::geometryOf({}));
    const auto& up = slice.profile.rays[0];
    EXPECT_NEAR(up.rootEdge.value, 2.5, 0.1);
    EXPECT_EQ(up.outcome, Ray::Outcome::NoFat);
}

TEST(Islands, areMeasuredTogetherAndReported)
{
    const LabelMap marks = bands(0, 2).painted(0, PixelSet({{45, 30, 40}, {46, 30, 40}}), Structure::NerveRoot);
    const auto slice = graded(marks, truth::geometryOf({}));
    EXPECT_EQ(slice.root.pixels, 120);
    EXPECT_THAT(slice.issues, Contains(Field(&Issue::code, "root-in-islands")));
    EXPECT_TRUE(graded(bands(0, 2), truth::geometryOf({})).issues.empty());
}

} // namespace
} // namespace grading
