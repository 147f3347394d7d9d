#include "ScannedFolder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace grading {

using namespace test;

namespace {

using Slices = std::vector<AnalyticSlice>;
using Codes = std::vector<std::string>;

struct ExpectedStack {
    std::string role;
    int slices = 0;
    Codes complaints = {}; ///< Above info.
    bool isVolume = true;
};

void PrintTo(const ExpectedStack& stack, std::ostream* out)
{
    *out << stack.role << " of " << stack.slices << (stack.isVolume ? "" : ", no volume");
    for (const auto& code : stack.complaints)
        *out << ' ' << code;
}

bool operator==(const ExpectedStack& a, const ExpectedStack& b)
{
    return a.role == b.role && a.slices == b.slices && a.complaints == b.complaints && a.isVolume == b.isVolume;
}

/// A folder with one rule in it, and what the rule makes of it.
struct Case {
    const char* rule;
    std::function<Slices()> files;
    std::vector<ExpectedStack> stacks;
    Codes complaints = {}; ///< Of the catalogue.
};

AnalyticSlice sagittal()
{
    AnalyticSlice slice;
    slice.position = {28.5, -90.25, 110.125};
    return slice;
}

AnalyticSlice axial(double degrees, PatientPoint position = {-90, -80, 0})
{
    AnalyticSlice slice;
    const double angle = degrees * std::numbers::pi / 180;
    slice.rowDirection = {1, 0, 0};
    slice.columnDirection = {0, std::cos(angle), std::sin(angle)};
    slice.position = position;
    return slice;
}

AnalyticSlice coronal()
{
    AnalyticSlice slice;
    slice.rowDirection = {1, 0, 0};
    slice.columnDirection = {0, 0, -1};
    slice.position = {-40, -60, 100};
    return slice;
}

Slices with(Slices slices, const std::vector<std::pair<std::string, std::string>>& texts)
{
    for (auto& slice : slices)
        slice.texts.insert(slice.texts.end(), texts.begin(), texts.end());
    return slices;
}

Slices sagittals(int count = 8)
{
    return stackOf(sagittal(), count, 4.4);
}

Slices discAngled(int count, double apart, double degreesApart)
{
    Slices slices;
    for (int disc = 0; disc < count; ++disc)
        slices = joined(slices,
                        stackOf(axial(-15 + degreesApart * disc, {-90, -80.0 + 5 * disc, -80 + apart * disc}), 4, 3));
    return slices;
}

/// The same places once for each value of `keyword`.
Slices repeated(const char* keyword, const std::vector<std::string>& values)
{
    Slices slices;
    for (const auto& value : values)
        slices = joined(slices, with(sagittals(5), {{keyword, value}}));
    return slices;
}

Slices moved(Slices slices, std::size_t which, PatientVector by)
{
    slices[which].position = slices[which].position + by;
    return slices;
}

Slices without(Slices slices, std::size_t which)
{
    slices.erase(slices.begin() + static_cast<std::ptrdiff_t>(which));
    return slices;
}

template <class Change>
Slices changed(Slices slices, std::size_t from, Change change)
{
    for (std::size_t i = from; i < slices.size(); ++i)
        change(slices[i], static_cast<double>(i));
    return slices;
}

const ExpectedStack four{"axial-T2", 4};
const ExpectedStack five{"sagittal-T2", 5};

const std::vector<Case> orientationCases = {
    {"PlainSagittal", [] { return sagittals(); }, {{"sagittal-T2", 8}}},
    {"OneSlice", [] { return sagittals(1); }, {{"sagittal-T2", 1}}},
    {"DiscAngledLumbar", [] { return discAngled(5, 34, 8); }, {four, four, four, four, four}},
    {"DiscAngledCervical", [] { return discAngled(4, 17, 6); }, {four, four, four, four}},
    {"CosineNoiseIsOne",
     [] {
         return changed(stackOf(axial(10), 8, 4), 0, [](AnalyticSlice& slice, double i) {
             slice.columnDirection = axial(10 + (std::fmod(i, 2) > 0 ? 0.03 : -0.03)).columnDirection;
         });
     },
     {{"axial-T2", 8}}},
    {"HalfADegreeIsTwo",
     [] {
         return changed(stackOf(axial(10), 8, 4), 4,
                        [](AnalyticSlice& slice, double) { slice.columnDirection = axial(10.5).columnDirection; });
     },
     {four, four}},
    {"ObliqueCervicalIsSagittal",
     [] {
         auto first = sagittal();
         first.rowDirection = {0.5, std::sqrt(0.75), 0};
         return stackOf(first, 6, 3);
     },
     {{"sagittal-T2", 6}}},
    {"ProneFlipsNothing",
     [] {
         return with(sagittals(), {{"PatientPosition", "HFP"}});
     },
     {{"sagittal-T2", 8}}},
    {"ThreePlaneLocalizer",
     [] {
         return with(joined(joined(stackOf(sagittal(), 3, 10), stackOf(axial(0), 3, 10)), stackOf(coronal(), 3, 10)),
                     {{"ImageType", "ORIGINAL\\PRIMARY\\LOCALIZER"}});
     },
     {{"localizer", 3}, {"localizer", 3}, {"localizer", 3}}},
    {"LocalizerMixedIn",
     [] { return joined(sagittals(), {axial(0)}); },
     {{"sagittal-T2", 8}, {"localizer", 1, {"localizer-mixed-in"}}},
     {"localizer-mixed-in"}},
};

const std::vector<Case> gridCases = {
    {"OtherFrameOfReference",
     [] { return changed(sagittals(), 4, [](AnalyticSlice& slice, double) { slice.frameOfReference += ".1"; }); },
     {{"sagittal-T2", 4}, {"sagittal-T2", 4}}},
    {"OtherMatrix",
     [] { return changed(sagittals(), 4, [](AnalyticSlice& slice, double) { slice.rows = 6; }); },
     {{"sagittal-T2", 4}, {"sagittal-T2", 4}}},
    {"OtherPixelSpacing",
     [] { return changed(sagittals(), 4, [](AnalyticSlice& slice, double) { slice.columnSpacing = 0.65; }); },
     {{"sagittal-T2", 4}, {"sagittal-T2", 4}}},
    {"DisplacedParallelBlocks",
     [] {
         return joined(stackOf(axial(10), 4, 4), stackOf(axial(10, {-90, -70, -45}), 4, 4));
     },
     {four, four}},
    {"TwoStationsAtOnePlace",
     [] {
         auto lower = sagittal();
         lower.position.z -= 200;
         return joined(sagittals(5), stackOf(lower, 5, 4.4));
     },
     {five, five}},
    {"NoFrameOfReference",
     [] { return changed(sagittals(), 0, [](AnalyticSlice& slice, double) { slice.frameOfReference.clear(); }); },
     {{"sagittal-T2", 8}}},
};

const std::vector<Case> repeatCases = {
    {"Echoes",
     [] {
         return repeated("EchoTime", {"80", "110"});
     },
     {five, five}},
    {"Repetitions",
     [] {
         return repeated("AcquisitionNumber", {"1", "2"});
     },
     {five, five}},
    {"BValues",
     [] {
         return repeated("DiffusionBValue", {"0", "800"});
     },
     {five, five}},
    {"TemporalPositions",
     [] {
         return repeated("TemporalPositionIdentifier", {"1", "2", "3"});
     },
     {five, five, five}},
    {"WaterAndFat",
     [] {
         return repeated("ImageType", {"DERIVED\\PRIMARY\\W", "DERIVED\\PRIMARY\\F"});
     },
     {{"other", 5}, {"other", 5}}},
    {"TagsAloneSplitNothing",
     [] {
         return changed(sagittals(), 0, [](AnalyticSlice& slice, double i) {
             slice.texts = {{"AcquisitionNumber", std::to_string(static_cast<int>(i) % 2 + 1)},
                            {"TemporalPositionIdentifier", std::to_string(static_cast<int>(i) + 1)}};
         });
     },
     {{"sagittal-T2", 8}}},
    {"SameInstanceTwice",
     [] {
         auto slices = changed(sagittals(), 0, [](AnalyticSlice& slice, double i) {
             slice.instance = "1.2.3." + std::to_string(static_cast<int>(i) + 1);
         });
         shuffle(slices); // a copy has its original's Instance Number
         slices.push_back(slices[3]);
         slices.back().file = "copy";
         return slices;
     },
     {{"sagittal-T2", 8}},
     {"duplicate-instance"}},
};

const std::vector<Case> spacingCases = {
    {"MissingSlice", [] { return without(sagittals(), 5); }, {{"sagittal-T2", 7, {"missing-slice"}}}},
    {"UnevenSpacing",
     [] {
         return moved(sagittals(), 5, {1.3, 0, 0});
     },
     {{"sagittal-T2", 8, {"uneven-spacing"}, false}}},
    {"TiltedGantry",
     [] {
         return changed(stackOf(axial(14), 6, 5), 0, [](AnalyticSlice& slice, double i) {
             slice.position = {-100, -120, -60 + 5 * i};
         });
     },
     {{"axial-T2", 6, {"sheared"}, false}}},
    {"StatedSpacingContradicts",
     [] {
         return with(sagittals(), {{"SpacingBetweenSlices", "0.44"}});
     },
     {{"sagittal-T2", 8, {"contradictory-spacing"}}}},
    {"SliceLocationContradicts",
     [] {
         return changed(sagittals(), 0, [](AnalyticSlice& slice, double i) {
             slice.texts = {{"SliceLocation", std::to_string(5.0 * i)}};
         });
     },
     {{"sagittal-T2", 8, {"contradictory-location"}}}},
    {"SliceLocationFromAnywhere",
     [] {
         return changed(sagittals(), 0, [](AnalyticSlice& slice, double i) {
             slice.texts = {{"SliceLocation", std::to_string(700 - 4.4 * i)}};
         });
     },
     {{"sagittal-T2", 8}}},
};

const std::vector<Case> oddCases = {
    {"DescriptionNamesAnotherPlane",
     [] {
         return with(sagittals(), {{"SeriesDescription", "T2 AXIAL"}});
     },
     {{"sagittal-T2", 8, {"contradictory-plane"}}}},
    {"TagsNameTwoRegions",
     [] {
         return with(sagittals(), {{"SeriesDescription", "T2 LWS"}, {"BodyPartExamined", "CSPINE"}});
     },
     {{"sagittal-T2", 8, {"contradictory-region"}}}},
    {"DiscsTooFarApartForTheNeck",
     [] {
         return with(discAngled(3, 35, 8), {{"BodyPartExamined", "CSPINE"}});
     },
     {{"axial-T2", 4, {"contradictory-region"}},
      {"axial-T2", 4, {"contradictory-region"}},
      {"axial-T2", 4, {"contradictory-region"}}}},
    {"Mosaic",
     [] {
         return with(sagittals(1), {{"ImageType", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC"}});
     },
     {{"sagittal-T2", 1, {"mosaic"}}}},
    {"UnknownCompression",
     [] {
         return changed(sagittals(), 0,
                        [](AnalyticSlice& slice, double) { slice.claimedSyntax = "1.2.840.10008.1.2.4.201"; });
     },
     {{"sagittal-T2", 8, {"undecodable"}}}},
    {"NoPreambleNoMetaHeader",
     [] { return changed(sagittals(), 0, [](AnalyticSlice& slice, double) { slice.hasMetaHeader = false; }); },
     {{"sagittal-T2", 8}}},
    {"CutOffAtTheEndOfTheStack",
     [] { return changed(sagittals(), 7, [](AnalyticSlice& slice, double) { slice.cutOffBytes = 9; }); },
     {{"sagittal-T2", 7}},
     {"cut-off"}},
    {"TwoSeries",
     [] {
         return changed(sagittals(10), 5, [](AnalyticSlice& slice, double) {
             slice.series += ".2";
             slice.texts = {{"SeriesNumber", "4"}, {"RepetitionTime", "600"}, {"EchoTime", "11"}};
         });
     },
     {five, {"sagittal-T1", 5}}},
};

class Corpus : public testing::TestWithParam<Case> {};

std::string nameOf(const testing::TestParamInfo<Case>& info)
{
    return info.param.rule;
}

} // namespace

TEST_P(Corpus, GivesTheStacksAndIssuesOfTheRule)
{
    const Case& row = GetParam();
    auto slices = row.files();
    if (std::ranges::none_of(slices, [](const AnalyticSlice& slice) { return slice.instanceNumber != 0; }))
        shuffle(slices);
    const ScannedFolder scanned(slices);
    std::vector<ExpectedStack> found;
    for (const auto* stack : scanned.stacks()) {
        found.push_back({stack->role.name(), stack->slices(), complaints(stack->issues), stack->geometry.has_value()});
        // Ascending along row × column, whatever names and numbers say.
        const PatientVector normal = cross(stack->rowDirection, stack->columnDirection);
        for (std::size_t i = 1; i < stack->frames.size(); ++i)
            EXPECT_GT(dot(stack->frames[i].position - stack->frames[i - 1].position, normal), 0);
    }
    EXPECT_EQ(found, row.stacks);
    EXPECT_EQ(complaints(scanned.catalogue.issues), row.complaints);
}

INSTANTIATE_TEST_SUITE_P(Orientation, Corpus, testing::ValuesIn(orientationCases), nameOf);
INSTANTIATE_TEST_SUITE_P(Grid, Corpus, testing::ValuesIn(gridCases), nameOf);
INSTANTIATE_TEST_SUITE_P(Repeats, Corpus, testing::ValuesIn(repeatCases), nameOf);
INSTANTIATE_TEST_SUITE_P(Spacing, Corpus, testing::ValuesIn(spacingCases), nameOf);
INSTANTIATE_TEST_SUITE_P(Odd, Corpus, testing::ValuesIn(oddCases), nameOf);

TEST(MultiFrame, FramesOfOneFileAreSplitAsFilesAre)
{
    for (const auto syntax : {2, 0}) { // explicit, implicit little endian
        auto upright = stackOf(axial(0, {-90, -80, 60}), 4, 4);
        upright.front().transferSyntax = syntax;
        const auto frames = joined(stackOf(axial(12), 4, 4), upright);
        const TemporaryFolder folder;
        writeMultiFrame(folder.path(),
                        {frames[5], frames[0], frames[7], frames[2], frames[1], frames[6], frames[4], frames[3]});
        const auto catalogue = scanFolder({folder.path()}).value();
        ASSERT_EQ(sliceCounts(catalogue), (std::vector<int>{4, 4}));
        EXPECT_EQ(catalogue.filesRead, 1);
        for (const auto* stack : catalogue.stacks()) {
            EXPECT_EQ(stack->role.name(), "axial-T2");
            EXPECT_TRUE(complaints(stack->issues).empty());
            EXPECT_TRUE(stack->geometry.has_value());
        }
        EXPECT_EQ(catalogue.stacks()[0]->frames[0].frame, 1);
        EXPECT_EQ(catalogue.stacks()[0]->frames[3].frame, 7);
    }
}

} // namespace grading
