#include "ScannedFolder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace grading {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

AnalyticSlice sagittal()
{
    AnalyticSlice slice;
    slice.position = {-28.5, -90.25, 110.125};
    return slice;
}

/// An axial slice tilted about the left-right axis, as through a lordotic disc.
AnalyticSlice axial(double degrees)
{
    AnalyticSlice slice;
    const double angle = degrees * std::numbers::pi / 180;
    slice.rowDirection = {1, 0, 0};
    slice.columnDirection = {0, std::cos(angle), std::sin(angle)};
    return slice;
}

} // namespace

TEST(StackSplitting, OrdersAlongTheNormalWhateverNamesAndInstanceNumbersSay)
{
    auto slices = stackOf(sagittal(), 9, 4.4);
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].instanceNumber = static_cast<int>(i * 5 % 9) + 1;
    const ScannedFolder scanned(slices);
    ASSERT_EQ(scanned.stacks().size(), 1u);
    const Stack& stack = scanned.only();
    ASSERT_EQ(stack.slices(), 9);
    // Row (to the back) × column (to the feet) points to the patient's right: the sagittal starts at the left.
    for (int i = 0; i < 9; ++i)
        EXPECT_NEAR(stack.frames[static_cast<std::size_t>(i)].position.x, -28.5 - 4.4 * i, 1e-6);
    ASSERT_TRUE(stack.geometry.has_value());
    EXPECT_NEAR(stack.geometry->sliceSpacing().value, 4.4, 1e-9);
    EXPECT_DOUBLE_EQ(stack.geometry->rowSpacing().value, 0.7);
    EXPECT_DOUBLE_EQ(stack.geometry->columnSpacing().value, 0.6);
    EXPECT_EQ(stack.id, slices[0].series + "#1");
    EXPECT_THAT(stack.issues, IsEmpty());
    EXPECT_THAT(scanned.catalogue.issues, IsEmpty());
}

TEST(StackSplitting, FiveDiscAngledBlocksAreFiveStacksFromFeetToHead)
{
    std::vector<AnalyticSlice> slices;
    for (int disc = 0; disc < 5; ++disc) {
        auto first = axial(-15 + 8 * disc);
        first.position = {-90, -80.0 + 5 * disc, -100.0 + 34 * disc};
        first.base = 500 * disc;
        slices = joined(slices, stackOf(first, 4, 4));
    }
    const ScannedFolder scanned(slices);
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(4, 4, 4, 4, 4));
    double last = -1000;
    int n = 0;
    for (const auto* stack : scanned.stacks()) {
        EXPECT_EQ(stack->id, slices[0].series + "#" + std::to_string(++n));
        EXPECT_TRUE(stack->geometry.has_value());
        EXPECT_THAT(stack->issues, IsEmpty());
        EXPECT_GT(stack->frames.front().position.z, last);
        last = stack->frames.back().position.z;
        EXPECT_EQ(stack->role.plane, ImagePlane::Axial);
    }
}

TEST(StackSplitting, ParallelBlocksDisplacedInTheirPlaneAreTwoStacks)
{
    auto upper = axial(10);
    upper.position = {-90, -80, 0};
    auto lower = upper;
    lower.position = {-90, -75, -40};
    const ScannedFolder scanned(joined(stackOf(upper, 4, 4), stackOf(lower, 4, 4)));
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(4, 4));
}

TEST(StackSplitting, TwoSagittalStationsAtOneXAreTwoStacks)
{
    auto lower = sagittal();
    lower.position.z -= 200;
    const ScannedFolder scanned(joined(stackOf(sagittal(), 6, 4.4), stackOf(lower, 6, 4.4)));
    EXPECT_THAT(sliceCounts(scanned.catalogue), ElementsAre(6, 6));
    for (const auto* stack : scanned.stacks())
        EXPECT_THAT(stack->issues, IsEmpty());
}

TEST(StackSplitting, FloatNoiseInTheCosinesStaysOneStack)
{
    auto slices = stackOf(axial(10), 8, 4);
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].columnDirection = axial(i % 2 == 0 ? 10.03 : 9.97).columnDirection;
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), ElementsAre(8));
}

TEST(StackSplitting, HalfADegreeIsAnotherStack)
{
    auto slices = stackOf(axial(10), 8, 4);
    for (std::size_t i = 4; i < slices.size(); ++i)
        slices[i].columnDirection = axial(10.5).columnDirection;
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), ElementsAre(4, 4));
}

TEST(StackSplitting, AnotherFrameOfReferenceGridOrSpacingIsAnotherStack)
{
    const auto own = stackOf(sagittal(), 4, 4);
    for (const auto& change : std::vector<std::function<void(AnalyticSlice&)>>{
             [](AnalyticSlice& slice) { slice.frameOfReference += ".1"; },
             [](AnalyticSlice& slice) { slice.rows = 6; },
             [](AnalyticSlice& slice) { slice.columns = 6; },
             [](AnalyticSlice& slice) { slice.rowSpacing = 0.71; },
         }) {
        auto first = sagittal();
        first.position.x -= 16;
        change(first);
        EXPECT_THAT(sliceCounts(ScannedFolder(joined(own, stackOf(first, 4, 4))).catalogue), ElementsAre(4, 4));
    }
}

TEST(StackSplitting, TwoEchoesAtTheSamePlacesAreTwoStacks)
{
    auto first = stackOf(sagittal(), 5, 4);
    auto second = first;
    for (auto& slice : first)
        slice.texts = {{"EchoTime", "20"}};
    for (auto& slice : second)
        slice.texts = {{"EchoTime", "80"}};
    const ScannedFolder scanned(joined(second, first));
    ASSERT_THAT(sliceCounts(scanned.catalogue), ElementsAre(5, 5));
    EXPECT_EQ(scanned.stacks()[0]->role.weighting, Weighting::ProtonDensity);
    EXPECT_EQ(scanned.stacks()[1]->role.weighting, Weighting::T2);
    EXPECT_EQ(scanned.stacks()[0]->issues.at(0).code, "repeated-positions");
    EXPECT_THAT(complaints(scanned.stacks()[0]->issues), IsEmpty());
}

TEST(StackSplitting, RepeatsByTimeAndByEchoAreTakenApartTogether)
{
    std::vector<AnalyticSlice> slices;
    for (const char* echo : {"20", "80"}) {
        for (const char* time : {"1", "2", "3"}) {
            for (auto& slice : stackOf(sagittal(), 4, 4)) {
                slice.texts = {{"EchoTime", echo}, {"TemporalPositionIdentifier", time}};
                slices.push_back(slice);
            }
        }
    }
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), ElementsAre(4, 4, 4, 4, 4, 4));
}

TEST(StackSplitting, OneBaselineAndManyDirectionsAreOneStackEach)
{
    std::vector<AnalyticSlice> slices;
    const auto add = [&](const std::string& b, const std::string& direction) {
        for (auto& slice : stackOf(sagittal(), 3, 4)) {
            slice.texts = {{"DiffusionBValue", b}};
            if (!direction.empty())
                slice.texts.emplace_back("DiffusionGradientOrientation", direction);
            slices.push_back(slice);
        }
    };
    add("0", "");
    add("800", "1\\0\\0");
    add("800", "0\\1\\0");
    add("800", "0\\0\\1");
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), ElementsAre(3, 3, 3, 3));
}

TEST(StackSplitting, TagsThatDifferWithoutRepeatsSplitNothing)
{
    auto slices = stackOf(sagittal(), 8, 4);
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].texts = {{"AcquisitionNumber", std::to_string(i % 2 + 1)},
                           {"EchoTime", i % 2 == 0 ? "102" : "102.5"},
                           {"TemporalPositionIdentifier", std::to_string(i + 1)}};
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), ElementsAre(8));
}

TEST(StackSplitting, ARepeatOfOneSliceDoesNotTearTheRest)
{
    auto slices = stackOf(sagittal(), 8, 4);
    for (std::size_t i = 0; i < slices.size(); ++i) {
        slices[i].texts = {{"AcquisitionNumber", std::to_string(i % 2 + 1)}};
        slices[i].instanceNumber = static_cast<int>(i) + 1;
    }
    auto again = slices[3];
    again.texts = {{"AcquisitionNumber", "3"}};
    again.instanceNumber = 20;
    slices.push_back(again);
    EXPECT_THAT(sliceCounts(ScannedFolder(slices).catalogue), testing::UnorderedElementsAre(8, 1));
}

TEST(StackSplitting, RepeatsThatNoTagTellsApartComeInTheOrderTheyWereMade)
{
    auto first = stackOf(sagittal(), 4, 4);
    auto second = first;
    for (std::size_t i = 0; i < first.size(); ++i) {
        first[i].instanceNumber = static_cast<int>(i) + 1;
        second[i].instanceNumber = static_cast<int>(i) + 5;
        second[i].instance = "1.2.3.5." + std::to_string(i + 1);
    }
    const ScannedFolder scanned(joined(second, first));
    ASSERT_THAT(sliceCounts(scanned.catalogue), ElementsAre(4, 4));
    for (const auto& frame : scanned.stacks()[1]->frames)
        EXPECT_EQ(frame.sopInstance.text().substr(0, 8), "1.2.3.5.");
}

TEST(StackSplitting, AMissingSliceKeepsTheNominalDistanceAndIsSaid)
{
    for (const int missing : {1, 2, 4}) {
        auto slices = stackOf(sagittal(), 16, 4.4);
        slices.erase(slices.begin() + 6, slices.begin() + 6 + missing);
        const ScannedFolder scanned(slices);
        ASSERT_EQ(scanned.stacks().size(), 1u) << missing;
        EXPECT_THAT(complaints(scanned.only().issues), ElementsAre("missing-slice"));
        EXPECT_NEAR(scanned.only().sliceSpacing.value, 4.4, 1e-6);
    }
}

TEST(StackSplitting, WhereSlicesAreMissingTheGridKeepsTheirPlaces)
{
    const auto all = stackOf(sagittal(), 16, 4.4);
    auto slices = all;
    for (const int gone : {11, 7, 6})
        slices.erase(slices.begin() + gone);
    const ScannedFolder scanned(slices);
    const auto& stack = scanned.only();
    ASSERT_TRUE(stack.geometry.has_value());
    ASSERT_EQ(stack.geometry->slices(), 16);
    EXPECT_EQ(stack.slices(), 13);
    // Which end is first follows from the cosines, not from the order of writing.
    std::vector<int> missing;
    for (int place = 0; place < 16; ++place) {
        const auto* image = stack.imageAt(place);
        if (image == nullptr)
            missing.push_back(place);
        else
            EXPECT_NEAR(length(image->position - stack.geometry->toPatient(VoxelIndex{0, 0, place})), 0, 1e-6);
    }
    EXPECT_EQ(missing, stack.missingSlices);
    EXPECT_THAT(missing, testing::AnyOf(ElementsAre(6, 7, 11), ElementsAre(4, 8, 9)));
    EXPECT_EQ(stack.imageAt(-1), nullptr);
    EXPECT_EQ(stack.imageAt(16), nullptr);
}

TEST(StackSplitting, UnevenSpacingIsOneStackWithItsIssue)
{
    auto slices = stackOf(sagittal(), 8, 4);
    slices[5].position.x += 1.3;
    const ScannedFolder scanned(slices);
    ASSERT_EQ(scanned.stacks().size(), 1u);
    EXPECT_THAT(complaints(scanned.only().issues), ElementsAre("uneven-spacing"));
    EXPECT_FALSE(scanned.only().geometry.has_value());
}

TEST(StackSplitting, ATiltedGantryIsOneStackWithItsIssue)
{
    auto slices = stackOf(axial(14), 6, 5);
    for (std::size_t i = 0; i < slices.size(); ++i)
        slices[i].position = {-100, -120, -60 + 5.0 * static_cast<double>(i)};
    const ScannedFolder scanned(slices);
    ASSERT_THAT(sliceCounts(scanned.catalogue), ElementsAre(6));
    EXPECT_THAT(complaints(scanned.only().issues), ElementsAre("sheared"));
    EXPECT_FALSE(scanned.only().geometry.has_value());
}

TEST(StackSplitting, AContradictoryStatedSpacingIsSaidAndThePositionsCount)
{
    auto first = sagittal();
    first.statedSpacing = 0.4;
    const ScannedFolder scanned(stackOf(first, 6, 4.4));
    EXPECT_THAT(complaints(scanned.only().issues), ElementsAre("contradictory-spacing"));
    ASSERT_TRUE(scanned.only().geometry.has_value());
    EXPECT_NEAR(scanned.only().geometry->sliceSpacing().value, 4.4, 1e-9);
}

TEST(StackSplitting, SliceLocationMayCountFromAnywhereInEitherDirectionButNotContradict)
{
    const auto located = [](auto location) {
        auto slices = stackOf(sagittal(), 6, 4.4);
        for (std::size_t i = 0; i < slices.size(); ++i)
            slices[i].texts = {{"SliceLocation", std::to_string(location(static_cast<double>(i)))}};
        return complaints(ScannedFolder(slices).only().issues);
    };
    EXPECT_THAT(located([](double i) { return 700 - 4.4 * i; }), IsEmpty());
    EXPECT_THAT(located([](double i) { return 4.4 * i - 3; }), IsEmpty());
    EXPECT_THAT(located([](double i) { return 5.0 * i; }), ElementsAre("contradictory-location"));
    EXPECT_THAT(located([](double i) { return std::fmod(i * 3, 6) * 4.4; }), ElementsAre("contradictory-location"));
}

TEST(StackSplitting, ALocalizerMixedInIsAStackOfItsOwnWithAnIssue)
{
    auto odd = axial(0);
    odd.position = {-90, -80, 0};
    const ScannedFolder scanned(joined(stackOf(sagittal(), 6, 4.4), {odd}));
    ASSERT_THAT(sliceCounts(scanned.catalogue), ElementsAre(6, 1));
    EXPECT_THAT(complaints(scanned.stacks()[0]->issues), IsEmpty());
    EXPECT_EQ(scanned.stacks()[1]->role.name(), "localizer");
    EXPECT_THAT(complaints(scanned.stacks()[1]->issues), ElementsAre("localizer-mixed-in"));
    EXPECT_THAT(complaints(scanned.catalogue.issues), ElementsAre("localizer-mixed-in"));
}

TEST(StackSplitting, AMarkedLocalizerBetweenTheSlicesDoesNotSpoilThem)
{
    auto odd = sagittal();
    odd.position.x -= 10;
    odd.texts = {{"ImageType", "ORIGINAL\\PRIMARY\\LOCALIZER"}};
    const ScannedFolder scanned(joined(stackOf(sagittal(), 6, 4.4), {odd}));
    ASSERT_THAT(sliceCounts(scanned.catalogue), ElementsAre(6, 1));
    EXPECT_TRUE(scanned.stacks()[0]->geometry.has_value());
    EXPECT_EQ(scanned.stacks()[1]->role.name(), "localizer");
}

TEST(StackSplitting, PatientPositionFlipsNothing)
{
    auto first = sagittal();
    first.texts = {{"PatientPosition", "FFP"}};
    const ScannedFolder prone(stackOf(first, 5, 4));
    first.texts = {{"PatientPosition", "HFS"}};
    const ScannedFolder supine(stackOf(first, 5, 4));
    EXPECT_EQ(prone.only().geometry, supine.only().geometry);
}

} // namespace grading
