#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace grading {
namespace {

struct SidesCase {
    double columnSpacing;
    double rowSpacing;
    double thickness;
    bool isDeformed;
};

std::string describe(const testing::TestParamInfo<SidesCase>& info)
{
    const auto tenths = [](double v) { return std::to_string(static_cast<int>(std::lround(v * 100))); };
    return "pixel" + tenths(info.param.columnSpacing) + "x" + tenths(info.param.rowSpacing) + "_fat" +
           tenths(info.param.thickness) + (info.param.isDeformed ? "_deformed" : "_normal");
}

std::string inWords(const SliceMeasurements& slice)
{
    std::string text;
    for (const auto direction : allDirections) {
        const auto& side = slice.side(direction);
        text += std::string(name(direction)) + " " + std::string(name(side.state)) + " " +
                std::to_string(side.coverage.value_or(-1)) + ", ";
    }
    return text + "root " + std::string(name(slice.root.state));
}

class EverySidePattern : public testing::TestWithParam<SidesCase> {};

/// Both ways that an image can face, tilts to 60°, sub-pixel shifts: all 16 patterns come back exactly.
TEST_P(EverySidePattern, isRecovered)
{
    const auto& param = GetParam();
    for (const auto facing : {truth::Facing::Back, truth::Facing::Front}) {
        for (const int tilt : {-25, 0, 15, 30, 45, 60}) {
            for (const double shift : {0.0, 0.29}) {
                truth::Grid grid{param.columnSpacing, param.rowSpacing};
                grid.facing = facing;
                truth::Scene scene;
                scene.root = param.isDeformed ? truth::dumbbell(std::max(param.columnSpacing / 0.7, 1.0))
                                              : truth::ellipse(3, 2.5);
                scene.tiltDegrees = tilt;
                scene.shiftUp = shift;
                scene.shiftForwards = shift / 2;
                scene.fatThickness = param.thickness;
                const truth::Drawing drawing(grid, scene);
                MeasureRequest request;
                request.noFatSeen = true; // concerns the pattern without any fat
                request.pedicleLine = drawing.pedicleLine();
                for (int bits = 0; bits < 16; ++bits) {
                    const auto lost = truth::patternOf(bits);
                    const auto measured = measure(drawing.marks(lost), drawing.geometry(), request);
                    ASSERT_TRUE(measured) << measured.error().message();
                    const auto& slice = measured->graded();
                    for (const auto direction : allDirections) {
                        const auto expected =
                            lost[indexOf(direction)] ? SideCoverageState::Lost : SideCoverageState::Preserved;
                        ASSERT_EQ(slice.side(direction).state, expected)
                            << name(direction) << " of pattern " << bits << ", tilt " << tilt << ", shift " << shift
                            << ": " << inWords(slice);
                    }
                    ASSERT_EQ(slice.root.state, param.isDeformed ? RootShapeState::Deformed : RootShapeState::Normal)
                        << "flattening " << slice.root.flattening << ", solidity " << slice.root.solidity;
                    ASSERT_NEAR(slice.frame.tilt.value, tilt, 1e-6);
                }
            }
        }
    }
}

std::vector<SidesCase> casesToRecover()
{
    std::vector<SidesCase> cases;
    for (const bool isDeformed : {false, true}) {
        for (const double thickness : {1.0, 1.5, 3.0}) {
            for (const auto& [width, height] : {std::pair(0.5, 0.5), std::pair(0.7, 0.7), std::pair(0.5, 0.7)})
                cases.push_back({width, height, thickness, isDeformed});
        }
        cases.push_back({1.0, 1.0, 2.0, isDeformed});
    }
    return cases;
}

INSTANTIATE_TEST_SUITE_P(Sides, EverySidePattern, testing::ValuesIn(casesToRecover()), describe);

} // namespace
} // namespace grading
