#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using Source = FrameOfMeasurement::Source;
constexpr truth::Sides noneLost{};

SliceMeasurements graded(const truth::Drawing& drawing, const MeasureRequest& request = {})
{
    const auto measured = measure(drawing.marks(noneLost), drawing.geometry(), request);
    EXPECT_TRUE(measured) << measured.error().message();
    return measured->graded();
}

truth::Scene outlined(double up, double forwards, double tilt)
{
    truth::Scene scene;
    scene.root = truth::ellipse(2, 2);
    scene.fatThickness = 1;
    scene.outlineUp = up;
    scene.outlineForwards = forwards;
    scene.tiltDegrees = tilt;
    return scene;
}

TEST(Frame, withoutClicksOrOutlineIsThePatientsAxisWithoutTilt)
{
    truth::Grid grid;
    grid.obliqueDegrees = 30;
    const auto slice = graded({grid, truth::Scene{}});
    EXPECT_EQ(slice.frame.source, Source::PatientAxis);
    EXPECT_EQ(slice.frame.tilt.value, 0);
    EXPECT_NEAR(dot(slice.frame.superior, patient::superior), 1, 1e-12);
    EXPECT_NEAR(dot(slice.frame.anterior, slice.frame.superior), 0, 1e-12);
    EXPECT_GT(dot(slice.frame.anterior, patient::anterior), 0.8);
}

class FacingFrame : public testing::TestWithParam<truth::Facing> {};

TEST_P(FacingFrame, tiltIsPositiveWhenTheUpperEndLeansForwards)
{
    truth::Grid grid;
    grid.facing = GetParam();
    for (const double tilt : {-50.0, -5.0, 10.0, 60.0}) {
        const auto slice = graded({grid, outlined(9, 5, tilt)});
        EXPECT_EQ(slice.frame.source, Source::ForamenAxis);
        EXPECT_NEAR(slice.frame.tilt.value, tilt, 1.5);
        EXPECT_GT(dot(slice.frame.superior, patient::superior), 0);
        EXPECT_EQ(dot(slice.frame.superior, patient::anterior) > 0, tilt > 0);
        EXPECT_GT(dot(slice.frame.anterior, patient::anterior), 0);
    }
}

TEST_P(FacingFrame, pedicleClicksComeFirstInEitherOrder)
{
    truth::Grid grid;
    grid.facing = GetParam();
    const truth::Drawing drawing(grid, outlined(9, 5, 20));
    auto [upper, lower] = drawing.pedicleLine();
    upper = upper + patient::anterior * 2.0;
    MeasureRequest request;
    request.pedicleLine = {upper, lower};
    const auto one = graded(drawing, request);
    request.pedicleLine = {lower, upper};
    const auto other = graded(drawing, request);
    EXPECT_EQ(one.frame.source, Source::PedicleLine);
    EXPECT_GT(one.frame.tilt.value, 22);
    EXPECT_NEAR(one.frame.tilt.value, other.frame.tilt.value, 1e-9);
    EXPECT_EQ(one.sides, other.sides);
}

INSTANTIATE_TEST_SUITE_P(Facings, FacingFrame, testing::Values(truth::Facing::Back, truth::Facing::Front),
                         [](const auto& tried) { return tried.param == truth::Facing::Back ? "back" : "front"; });

TEST(Frame, clicksOffTheSliceCountByTheirProjection)
{
    const truth::Drawing drawing(truth::Grid{}, outlined(9, 5, 0));
    auto [upper, lower] = drawing.pedicleLine();
    MeasureRequest request;
    request.pedicleLine = {upper + patient::left * 8.0, lower - patient::left * 8.0};
    EXPECT_NEAR(graded(drawing, request).frame.tilt.value, 0, 1e-9);
}

TEST(Frame, clicksWithinOnePixelGiveNoVerticalAndSaySo)
{
    const truth::Drawing drawing(truth::Grid{}, truth::Scene{});
    MeasureRequest request;
    request.pedicleLine = {PatientPoint{0, 0, 0}, PatientPoint{0, 0.1, 0.2}};
    const auto slice = graded(drawing, request);
    EXPECT_EQ(slice.frame.source, Source::PatientAxis);
    ASSERT_EQ(slice.issues.size(), 1U);
    EXPECT_EQ(slice.issues[0].code, "pedicle-line-too-short");
}

TEST(Frame, aNearlyRoundOutlineGivesNoVertical)
{
    EXPECT_EQ(graded({truth::Grid{}, outlined(7, 5.8, 30)}).frame.source, Source::PatientAxis); // ratio 1.2
    EXPECT_EQ(graded({truth::Grid{}, outlined(8, 5.6, 30)}).frame.source, Source::ForamenAxis); // ratio 1.4
}

TEST(Frame, anOutlineThatLeansMoreThan75DegreesGivesNoVertical)
{
    EXPECT_EQ(graded({truth::Grid{}, outlined(9, 5, 72)}).frame.source, Source::ForamenAxis);
    const auto wide = graded({truth::Grid{}, outlined(5, 9, 0)});
    EXPECT_EQ(wide.frame.source, Source::PatientAxis);
    EXPECT_EQ(wide.frame.tilt.value, 0);
}

TEST(Frame, aRootAndFatAloneAreNoOutline)
{
    truth::Scene scene;
    scene.root = truth::ellipse(5, 2);
    scene.tiltDegrees = 30;
    EXPECT_EQ(graded({truth::Grid{}, scene}).frame.source, Source::PatientAxis);
}

TEST(Frame, axialAndCoronalSlicesHaveNoFourSides)
{
    const auto axial = *VolumeGeometry::make({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0.5}, {0.5}, {4}, 72, 72, 1);
    const auto coronal = *VolumeGeometry::make({0, 0, 0}, {1, 0, 0}, {0, 0, -1}, {0.5}, {0.5}, {4}, 72, 72, 1);
    const LabelMap marks = truth::Drawing(truth::Grid{}, truth::Scene{}).marks(noneLost);
    for (const auto& geometry : {axial, coronal}) {
        const auto measured = measure(marks, geometry);
        ASSERT_FALSE(measured);
        EXPECT_EQ(measured.error().code, ErrorCode::Unsupported);
    }
}

} // namespace
} // namespace grading
