#include "AnalyticForamen.h"

#include "grading/measure/Measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace grading {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using enum SideCoverageState;
using FatRecord = Measurements::FatRecord;

const PixelSet small({{30, 30, 36}, {31, 30, 36}, {32, 30, 36}, {33, 30, 36}});
const PixelSet large({{30, 30, 37}, {31, 30, 37}, {32, 30, 37}, {33, 30, 37}});
const PixelSet fatAbove({{24, 20, 50}, {25, 20, 50}, {26, 20, 50}, {27, 20, 50}, {28, 20, 50}, {29, 20, 50}});

truth::Grid fiveSlices()
{
    truth::Grid grid;
    grid.slices = 5;
    return grid;
}

LabelMap rootsOn(const std::vector<std::pair<int, PixelSet>>& slices)
{
    LabelMap map(72, 72, 5);
    for (const auto& [slice, pixels] : slices)
        map = map.painted(slice, pixels, Structure::NerveRoot);
    return map;
}

Measurements measured(const LabelMap& marks, const MeasureRequest& request = {})
{
    auto result = measure(marks, truth::geometryOf(fiveSlices()), request);
    EXPECT_TRUE(result) << result.error().message();
    return *result;
}

TEST(GradingSlice, isTheOneWithTheLargestRoot)
{
    EXPECT_EQ(measured(rootsOn({{1, small}, {2, large}, {3, small}})).graded().slice, 2);
}

TEST(GradingSlice, ofEqualRootsIsTheLowerNumber)
{
    EXPECT_EQ(measured(rootsOn({{4, large}, {2, large}, {1, small}})).graded().slice, 2);
}

TEST(GradingSlice, isTheReadersWhereGiven)
{
    MeasureRequest request;
    request.slice = 3;
    EXPECT_EQ(measured(rootsOn({{1, large}, {3, small}}), request).graded().slice, 3);
}

TEST(GradingSlice, withoutARootOrOutsideIsNotFound)
{
    for (const int slice : {-1, 0, 2, 5, 999}) {
        MeasureRequest request;
        request.slice = slice;
        const auto result = measure(rootsOn({{1, large}}), truth::geometryOf(fiveSlices()), request);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    }
}

TEST(Measure, measuresEverySliceWithARoot)
{
    const auto all = measured(rootsOn({{4, small}, {1, small}, {2, large}})).slices;
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].slice, 1);
    EXPECT_EQ(all[1].slice, 2);
    EXPECT_EQ(all[2].slice, 4);
}

TEST(Measure, marksWithoutARootAreNotFound)
{
    const LabelMap fatOnly = LabelMap(72, 72, 5).painted(1, fatAbove, Structure::PerineuralFat);
    for (const LabelMap& marks : {fatOnly, LabelMap(72, 72, 5)}) {
        const auto result = measure(marks, truth::geometryOf(fiveSlices()));
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    }
}

TEST(Measure, marksOfAnotherGridAreAMismatch)
{
    const auto result = measure(LabelMap(72, 71, 5), truth::geometryOf(fiveSlices()));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Mismatch);
}

TEST(Measure, aRootThatFillsTheImageOrIsOnePixelIsMeasured)
{
    const auto geometry = truth::geometryOf({0.5, 0.5, 9, 7, 1});
    const LabelMap empty(9, 7, 1);
    std::vector<PixelSpan> spans;
    for (int row = 0; row < 7; ++row)
        spans.push_back({row, 0, 9});
    const auto full = measure(
        empty.painted(0, PixelSet(spans), Structure::NerveRoot), geometry,
        {.slice = {}, .noFatSeen = false, .pedicleLine = {}, .otherSide = {}, .neighbours = {}, .parameters = {}});
    ASSERT_TRUE(full);
    EXPECT_EQ(full->graded().root.pixels, 63);
    const auto one = measure(empty.painted(0, PixelSet({{3, 4, 5}}), Structure::NerveRoot), geometry);
    ASSERT_TRUE(one);
    EXPECT_DOUBLE_EQ(one->graded().root.flattening, 1);
    EXPECT_DOUBLE_EQ(one->graded().root.solidity, 1);
}

TEST(FatRecords, noFatAnywhereIsNotAnnotated)
{
    const auto result = measured(rootsOn({{1, large}}));
    EXPECT_EQ(result.fatRecord, FatRecord::NotAnnotated);
    EXPECT_THAT(result.graded().sides, Each(Field(&SideMeasurement::state, NotAssessable)));
    EXPECT_THAT(result.graded().sides, Each(Field(&SideMeasurement::cause, SideMeasurement::Cause::FatNotAnnotated)));
    EXPECT_FALSE(result.graded().fat.coverage);
}

TEST(FatRecords, noFatSeenMakesEverySideLostEvenAtTheBorder)
{
    MeasureRequest request;
    request.noFatSeen = true;
    const auto result = measured(rootsOn({{1, PixelSet({{0, 0, 9}, {1, 0, 9}, {2, 0, 9}})}}), request);
    EXPECT_EQ(result.fatRecord, FatRecord::NoFatSeen);
    EXPECT_THAT(result.graded().sides, Each(Field(&SideMeasurement::state, Lost)));
    EXPECT_THAT(result.graded().sides, Each(Field(&SideMeasurement::coverage, 0.0)));
    EXPECT_EQ(result.graded().fat.coverage, 0.0);
}

TEST(FatRecords, fatOnAnotherSliceCountsAsAnnotated)
{
    const auto marks = rootsOn({{1, large}}).painted(3, fatAbove, Structure::PerineuralFat);
    const auto result = measured(marks);
    EXPECT_EQ(result.fatRecord, FatRecord::Annotated);
    EXPECT_THAT(result.graded().sides, Each(Field(&SideMeasurement::state, Lost)));
}

TEST(FatRecords, fatMarkedThoughNoneWasSeenCountsAndIsReported)
{
    MeasureRequest request;
    request.noFatSeen = true;
    const auto result = measured(rootsOn({{1, large}}).painted(1, fatAbove, Structure::PerineuralFat), request);
    EXPECT_EQ(result.graded().side(AnatomicalDirection::Superior).state, Preserved);
    EXPECT_THAT(result.issues, Contains(Field(&Issue::code, "fat-marked-though-none-seen")));
}

TEST(Volumes, areVoxelsTimesAreaTimesTheDistanceOfSlices)
{
    const LabelMap marks = rootsOn({{1, small}, {2, large}})
                               .painted(2, fatAbove, Structure::PerineuralFat)
                               .painted(2, PixelSet({{40, 30, 40}}), Structure::ForamenOutline);
    const auto result = measured(marks);
    const double voxel = 0.5 * 0.5 * 4.4;
    EXPECT_DOUBLE_EQ(result.rootVolume.volume.value, (24 + 28) * voxel);
    EXPECT_DOUBLE_EQ(result.fatVolume.volume.value, 180 * voxel);
    EXPECT_DOUBLE_EQ(result.foramenVolume.volume.value, (28 + 180 + 10) * voxel);
    EXPECT_DOUBLE_EQ(result.graded().fat.area.value, 180 * 0.25);
}

/// Bodies that begin anywhere between two slices, a tenth of the distance further each time. One that ends bluntly has
/// the stated error as its spread; a rounded one less.
TEST(Volumes, areRightOnAverageAndTheirErrorSaysHowFarTheEndsMayBeOff)
{
    constexpr double spacing = 4.4;
    constexpr double halfLength = 7;
    for (const bool isRounded : {false, true}) {
        double sum = 0, squares = 0, stated = 0, truth = 0;
        constexpr int phases = 10;
        for (int phase = 0; phase < phases; ++phase) {
            LabelMap marks(200, 72, 7);
            for (int slice = 0; slice < 7; ++slice) {
                const double z = (slice - 3 + (phase - 4.5) / phases) * spacing;
                const double share = isRounded ? 1 - z * z / (halfLength * halfLength) : std::abs(z) <= halfLength;
                const int width = static_cast<int>(std::lround(160 * std::max(share, 0.0)));
                if (width > 0)
                    marks = marks.painted(slice, PixelSet({{30, 10, 10 + width}}), Structure::NerveRoot);
            }
            const auto geometry =
                *VolumeGeometry::make({}, patient::posterior, patient::inferior, {0.5}, {0.5}, {spacing}, 200, 72, 7);
            const auto volume = measure(marks, geometry).value().rootVolume;
            truth = 160 * 0.25 * (isRounded ? 4.0 / 3 : 2) * halfLength;
            sum += volume.volume.value / phases;
            squares += std::pow(volume.volume.value - truth, 2) / phases;
            stated += volume.error.value / phases;
        }
        EXPECT_NEAR(sum / truth, 1, 0.02);
        if (isRounded)
            EXPECT_LT(std::sqrt(squares), stated);
        else
            EXPECT_NEAR(std::sqrt(squares) / stated, 1, 0.25);
    }
}

TEST(Volumes, sayWhenTheRootReachesTheStacksEndOrSkipsASlice)
{
    const auto codes = [](const Measurements& result) {
        std::vector<std::string> all;
        for (const auto& issue : result.issues)
            all.push_back(issue.code);
        return all;
    };
    EXPECT_THAT(codes(measured(rootsOn({{0, large}, {1, large}}))), ElementsAre("root-reaches-the-stacks-end"));
    EXPECT_THAT(codes(measured(rootsOn({{1, large}, {3, large}}))), ElementsAre("root-skips-slices"));
    EXPECT_THAT(codes(measured(rootsOn({{1, large}, {2, large}}))), IsEmpty());
}

TEST(Volumes, withoutAnOutlineThereIsNoForamenVolumeOrStenoticLength)
{
    const auto result = measured(rootsOn({{1, large}}));
    EXPECT_EQ(result.foramenVolume.volume.value, 0);
    EXPECT_FALSE(result.stenoticLengthRatio);
}

TEST(Volumes, stenoticLengthIsTheShareOfOutlinedSlicesWithLittleFat)
{
    truth::Scene scene;
    scene.outlineUp = 9;
    scene.outlineForwards = 5;
    const truth::Drawing drawing(fiveSlices(), scene);
    LabelMap marks(72, 72, 5);
    for (int slice = 0; slice < 4; ++slice) {
        const truth::Sides lost{slice == 2, slice == 2, slice == 2, slice < 3};
        const LabelMap one = drawing.marks(lost, slice);
        for (const auto structure : allStructures)
            marks = marks.filled(slice, one.pixels(slice, structure), structure);
    }
    EXPECT_EQ(measured(marks).stenoticLengthRatio, 0.25);
}

TEST(Parameters, areNamedInTheResultAndUsed)
{
    const auto marks = rootsOn({{1, large}}).painted(1, fatAbove, Structure::PerineuralFat);
    MeasureRequest request;
    EXPECT_EQ(measured(marks, request).parameters.id, "foragrade-2026.1");
    request.parameters.id = "strict";
    request.parameters.minimumThickness = Millimetres{4};
    EXPECT_EQ(measured(marks, request).parameters.id, "strict");
    EXPECT_EQ(measured(marks, request).graded().side(AnatomicalDirection::Superior).state, Lost);
}

} // namespace
} // namespace grading
