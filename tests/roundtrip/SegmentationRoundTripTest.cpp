#include "TestSeries.h"
#include "Validators.h"

#include "grading/base/Files.h"
#include "grading/dicom/Segmentation.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gmock/gmock.h>

#include <random>

namespace grading {
namespace {

using test::TemporaryFolder;
using test::TestSeries;

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};
const Foramen l5Left{{{Region::Lumbar, 5}, {Region::Sacral, 1}}, Side::Left};

/// Root, fat and outline as random pixels on some slices, first and last pixel of the grid among them.
LabelMap randomMarks(const Stack& stack, std::vector<int> slices, unsigned seed)
{
    std::mt19937 random(seed);
    LabelMap marks(stack.columns, stack.rows, stack.slices());
    for (const int slice : slices) {
        for (const auto structure : allStructures) {
            std::vector<PixelSpan> spans;
            for (int row = 0; row < stack.rows; ++row) {
                for (int column = 0; column < stack.columns; ++column) {
                    if (random() % 5 == 0)
                        spans.push_back({row, column, column + 1});
                }
            }
            marks = marks.painted(slice, PixelSet(spans), structure);
        }
        marks = marks.painted(slice, PixelSet({{0, 0, 1}}), Structure::NerveRoot);
        marks = marks.painted(slice, PixelSet({{stack.rows - 1, stack.columns - 1, stack.columns}}),
                              Structure::PerineuralFat);
    }
    return marks;
}

Segmentation segmentationOn(const Stack& stack, const std::vector<std::pair<Foramen, LabelMap>>& marks)
{
    Segmentation object;
    object.sopInstance = Uid("2.25.4711");
    object.series = Uid("2.25.4712");
    object.seriesNumber = 911;
    object.study = stack.studyUid;
    object.frameOfReference = stack.frameOfReference;
    object.sourceSeries = stack.seriesUid;
    object.stackId = stack.id;
    object.creator = "Reader^One";
    object.created = fromIso8601("2026-03-02T09:15:04.250Z");
    object.geometry = *stack.geometry;
    for (const auto& [foramen, map] : marks) {
        for (auto& segment : segmentsOf(foramen, map, "test", 1, static_cast<int>(object.segments.size()) + 1))
            object.segments.push_back(std::move(segment));
    }
    return object;
}

struct Size {
    int columns, rows, slices;
};

class SegmentationOfSize : public testing::TestWithParam<Size> {};

TEST_P(SegmentationOfSize, IsReadBackVoxelForVoxelOnTheWholeGrid)
{
    TemporaryFolder folder;
    TestSeries series;
    series.columns = GetParam().columns;
    series.rows = GetParam().rows;
    series.slices = GetParam().slices;
    const auto stack = test::writeSeries(folder / "images", series);
    const auto right = randomMarks(stack, {1, 2, 5}, 1);
    const auto left = randomMarks(stack, {0, 2, series.slices - 1}, 2);
    const auto written = segmentationOn(stack, {{l4Right, right}, {l5Left, left}});
    ASSERT_TRUE(writeSegmentation(folder / "seg.dcm", written, stack));

    const std::vector<const Stack*> stacks{&stack};
    const auto read = readSegmentation(folder / "seg.dcm", stacks);

    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->segments, written.segments);
    EXPECT_EQ(read->stackId, stack.id);
    EXPECT_EQ(read->geometry, *stack.geometry);
    EXPECT_EQ(read->creator, "Reader^One");
    EXPECT_EQ(labelMapOf(*read, l4Right), right);
    EXPECT_EQ(labelMapOf(*read, l5Left), left);
}

INSTANTIATE_TEST_SUITE_P(OddSizes, SegmentationOfSize,
                         testing::Values(Size{64, 64, 15}, Size{22, 21, 9}, Size{25, 23, 9}, Size{33, 35, 11},
                                         Size{31, 9, 7}, Size{9, 31, 7}));

TEST(SegmentationRoundTrip, HasNoSegmentForAStructureWithoutAVoxel)
{
    LabelMap rootOnly(25, 23, 4);
    rootOnly = rootOnly.painted(2, PixelSet({{3, 4, 9}}), Structure::NerveRoot);

    const auto segments = segmentsOf(l4Right, rootOnly, "test", 1, 1);

    ASSERT_EQ(segments.size(), 2U);
    EXPECT_EQ(segments[0].trackingId, "L4-L5 R neural foramen");
    EXPECT_EQ(segments[0].content, SegmentContent::Foramen);
    EXPECT_EQ(segments[0].slices, segments[1].slices);
    EXPECT_EQ(segments[1].trackingId, "L4-L5 R nerve root");
    EXPECT_EQ(segments[1].number, 2);
}

TEST(SegmentationRoundTrip, IsRefusedOnImagesOfAnotherFrameOfReferenceOrGrid)
{
    TemporaryFolder folder;
    const auto stack = test::writeSeries(folder / "images", {});
    ASSERT_TRUE(
        writeSegmentation(folder / "seg.dcm", segmentationOn(stack, {{l4Right, randomMarks(stack, {3}, 3)}}), stack));
    auto elsewhere = stack;
    elsewhere.frameOfReference = Uid("1.2.3");
    auto shifted = stack;
    shifted.geometry = VolumeGeometry::make(stack.geometry->origin() + PatientVector{0, 0.5, 0}, stack.rowDirection,
                                            stack.columnDirection, {0.7}, {0.7}, {4.4}, 64, 64, 15)
                           .value();
    const std::vector<const Stack*> otherFrame{&elsewhere};
    const std::vector<const Stack*> otherGrid{&shifted};

    const auto first = readSegmentation(folder / "seg.dcm", otherFrame);
    const auto second = readSegmentation(folder / "seg.dcm", otherGrid);

    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(first.error().what, testing::HasSubstr("frame of reference"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(second.error().what, testing::HasSubstr("grid"));
}

TEST(SegmentationRoundTrip, ACutOffFileIsUnreadableAndNothingCrashes)
{
    TemporaryFolder folder;
    const auto stack = test::writeSeries(folder / "images", {});
    ASSERT_TRUE(writeSegmentation(folder / "seg.dcm", segmentationOn(stack, {{l4Right, randomMarks(stack, {3, 4}, 3)}}),
                                  stack));
    const auto whole = readFile(folder / "seg.dcm").value();
    for (std::size_t size = 0; size < whole.size(); size += whole.size() / 50 + 1) {
        ASSERT_TRUE(writeFile(folder / "cut.dcm", whole.substr(0, size)));
        EXPECT_FALSE(readSegmentation(folder / "cut.dcm")) << size << " of " << whole.size() << " bytes";
    }
}

/// Every other pixel of three frames: 2²⁴ and some more runs in 4 MiB.
TEST(SegmentationRoundTrip, BitsScatteredBeyondTheRunBudgetAreRefused)
{
    constexpr Uint16 rows = 4096;
    constexpr Uint16 columns = 2736;
    constexpr std::size_t frames = 3; // foramen, fat and root of one slice
    static_assert(std::size_t{rows} * columns / 2 * frames > (std::size_t{1} << 24));
    TemporaryFolder folder;
    const auto path = folder / "seg.dcm";
    const auto stack = test::writeSeries(folder / "images", {});
    ASSERT_TRUE(writeSegmentation(path, segmentationOn(stack, {{l4Right, randomMarks(stack, {3}, 3)}}), stack));
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good() && file.loadAllDataIntoMemory().good());
    auto& dataset = *file.getDataset();
    const std::vector<Uint8> scattered(std::size_t{rows} * columns / 8 * frames, 0x55);
    dataset.putAndInsertUint16(DCM_Rows, rows);
    dataset.putAndInsertUint16(DCM_Columns, columns);
    dataset.putAndInsertUint8Array(DCM_PixelData, scattered.data(), scattered.size());
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());

    const auto read = readSegmentation(path);

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Refused);
    EXPECT_EQ(read.error().subject, path.string());
    EXPECT_THAT(read.error().what, testing::HasSubstr("scattered"));
}

TEST(SegmentationRoundTrip, ValidatorsFindNothing)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    for (const std::string name :
         {"Phantom^Lumbar", "Müller^Jörg", "Yamada^Tarou=山田^太郎", "Wang^XiaoDong=王^小东"}) {
        TemporaryFolder folder;
        TestSeries series;
        series.columns = 33;
        series.rows = 35;
        series.patientName = name;
        const auto stack = test::writeSeries(folder / "images", series);
        auto object =
            segmentationOn(stack, {{l4Right, randomMarks(stack, {3, 4}, 3)}, {l5Left, randomMarks(stack, {9}, 4)}});
        object.creator = name;
        ASSERT_TRUE(writeSegmentation(folder / "seg.dcm", object, stack));
        std::vector<std::filesystem::path> all{folder / "seg.dcm"};
        for (const auto& frame : stack.frames)
            all.push_back(frame.file);

        EXPECT_THAT(test::complaintsOfDciodvfy(folder / "seg.dcm"), testing::IsEmpty());
        EXPECT_THAT(test::complaintsOfDcentvfy(all), testing::IsEmpty());
        EXPECT_EQ(readSegmentation(folder / "seg.dcm").value().creator, name);
    }
}

} // namespace
} // namespace grading
