#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

constexpr truth::Sides noneLost{};

std::optional<OutlineMeasurement> outlineOf(const truth::Scene& scene, truth::Sides lost = noneLost)
{
    const truth::Drawing drawing(truth::Grid{}, scene);
    const auto measured = measure(drawing.marks(lost), drawing.geometry());
    EXPECT_TRUE(measured) << measured.error().message();
    return measured->graded().outline;
}

truth::Scene ellipticForamen(double tilt = 0)
{
    truth::Scene scene;
    scene.outlineUp = 9;
    scene.outlineForwards = 5;
    scene.tiltDegrees = tilt;
    return scene;
}

TEST(Outline, isNoneWithoutLabelThree)
{
    EXPECT_FALSE(outlineOf(truth::Scene{}));
}

TEST(Outline, isTheUnionOfRootFatAndRest)
{
    for (const double tilt : {0.0, 25.0, 50.0}) {
        const auto outline = outlineOf(ellipticForamen(tilt));
        ASSERT_TRUE(outline);
        EXPECT_NEAR(outline->area.value, std::numbers::pi * 45, 0.02 * std::numbers::pi * 45);
        EXPECT_NEAR(outline->height.value, 18, 0.5);
        EXPECT_NEAR(outline->midWidth.value, 10, 0.5);
        EXPECT_NEAR(outline->upperWidth.value, 10 * std::sqrt(0.75), 0.6); // halfway up the upper half
        EXPECT_NEAR(outline->axisRatio, 1.8, 0.05);
    }
}

TEST(Outline, fatsShareIsOfTheWholeForamen)
{
    // Root 3 × 2.5 mm, fat 2 mm around it.
    const auto outline = outlineOf(ellipticForamen());
    const double fat = std::numbers::pi * (2 * 2 + 2 * 2.75); // Steiner: perimeter × width + π width², near enough
    EXPECT_NEAR(outline->fatShare, fat / (std::numbers::pi * 45) * 1.66, 0.06);
    EXPECT_EQ(outlineOf(ellipticForamen(), {true, true, true, true})->fatShare, 0);
}

TEST(Outline, labelThreeOnAnotherSliceIsNoOutlineHere)
{
    truth::Grid grid;
    grid.slices = 2;
    const truth::Drawing withOutline(grid, ellipticForamen());
    const truth::Drawing without(grid, truth::Scene{});
    LabelMap marks = withOutline.marks(noneLost, 1);
    for (const auto structure : {Structure::NerveRoot, Structure::PerineuralFat})
        marks = marks.filled(0, without.marks(noneLost, 0).pixels(0, structure), structure);
    MeasureRequest request;
    request.slice = 0;
    EXPECT_FALSE(measure(marks, withOutline.geometry(), request)->graded().outline);
    request.slice = 1;
    EXPECT_TRUE(measure(marks, withOutline.geometry(), request)->graded().outline);
}

} // namespace
} // namespace grading
