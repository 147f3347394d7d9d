#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gtest/gtest.h>

#include <map>

namespace grading {
namespace {

/// What a reader marks on a 4 mm slice through a root that runs 20° obliquely through it: each pixel gets the tissue
/// that fills at least half of the slice there.
LabelMap marksOfThickSlice(const truth::Grid& grid, const truth::Sides& lost)
{
    constexpr int layers = 16;
    std::map<Structure, std::map<std::pair<int, int>, int>> filled;
    for (int layer = 0; layer < layers; ++layer) {
        const double depth = 4.0 * ((layer + 0.5) / layers - 0.5);
        truth::Scene scene;
        scene.shiftForwards = depth * std::tan(20 * std::numbers::pi / 180);
        scene.fatThickness = 2.5;
        const LabelMap marks = truth::Drawing(grid, scene).marks(lost);
        for (const auto structure : {Structure::NerveRoot, Structure::PerineuralFat}) {
            const PixelSet pixels = marks.pixels(0, structure);
            for (const auto& span : pixels.spans()) {
                for (int column = span.begin; column < span.end; ++column)
                    ++filled[structure][{span.row, column}];
            }
        }
    }
    LabelMap map(grid.columns, grid.rows, grid.slices);
    for (const auto& [structure, pixels] : filled) {
        std::vector<PixelSpan> spans;
        for (const auto& [place, times] : pixels) {
            if (2 * times >= layers)
                spans.push_back({place.first, place.second, place.second + 1});
        }
        map = map.filled(0, PixelSet(std::move(spans)), structure);
    }
    return map;
}

class PartialVolume : public testing::TestWithParam<double> {};

TEST_P(PartialVolume, ofA4MmSliceThroughAnObliqueRootTurnsNoPatternIntoAnother)
{
    truth::Grid grid;
    grid.columnSpacing = GetParam();
    grid.rowSpacing = GetParam();
    for (int bits = 0; bits < 15; ++bits) { // 15: no fat at all
        const auto lost = truth::patternOf(bits);
        const auto measured = measure(marksOfThickSlice(grid, lost), truth::geometryOf(grid));
        ASSERT_TRUE(measured) << measured.error().message();
        for (const auto direction : allDirections)
            EXPECT_EQ(measured->graded().side(direction).state,
                      lost[indexOf(direction)] ? SideCoverageState::Lost : SideCoverageState::Preserved)
                << "pattern " << bits << ", " << name(direction);
        EXPECT_EQ(measured->graded().root.state, RootShapeState::Normal);
    }
}

INSTANTIATE_TEST_SUITE_P(Pixels, PartialVolume, testing::Values(0.5, 0.7),
                         [](const auto& row) { return row.param < 0.6 ? "half" : "sevenTenths"; });

} // namespace
} // namespace grading
