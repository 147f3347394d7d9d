#include "Validators.h"

#include "ExportedStudy.h"

#include "grading/dicom/ImportReading.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/imaging/VolumeFile.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};
const Foramen l5Left{{{Region::Lumbar, 5}, {Region::Sacral, 1}}, Side::Left};

StackMarks marksIn(const Stack& stack, int slice)
{
    StackMarks marks{stack.id, stack.frameOfReference, *stack.geometry, {}, slice, {}, {}};
    marks.labels = LabelMap(stack.columns, stack.rows, stack.slices());
    const std::vector<SlicePoint> centre{{stack.columns / 2.0, stack.rows / 2.0}};
    marks.labels = marks.labels.painted(slice, brushStroke(marks.geometry, centre, {6}), Structure::PerineuralFat);
    marks.labels = marks.labels.painted(slice, brushStroke(marks.geometry, centre, {3}), Structure::NerveRoot);
    return marks;
}

class RealSeries : public testing::TestWithParam<std::string> {};

TEST_P(RealSeries, GivesObjectsThatValidatorsAcceptAndAnImportRestores)
{
    const auto folder = test::testData() / "spine" / GetParam();
    if (!std::filesystem::is_directory(folder))
        GTEST_SKIP() << "no " << GetParam() << " in the test data";
    const auto catalogue = scanFolder({folder});
    ASSERT_TRUE(catalogue);
    const auto& study = catalogue->studies.at(0);
    Reading reading;
    reading.id = Uid("2.25.20260302");
    reading.study = {study.uid,  study.patientName, study.patientId,
                     study.date, study.description, study.series.at(0).bodyPart};
    reading.reader = {"Reader^One", "University Hospital", ReaderRole::Reader};
    reading.created = fromIso8601("2026-03-02T09:15:04.250Z");
    reading.foramina[l4Right].grade = Grade::from(1);
    const auto& stack = study.series.at(0).stacks.at(0);
    reading.foramina[l4Right].marks.push_back(marksIn(stack, stack.slices() / 3));
    reading.foramina[l5Left].marks.push_back(marksIn(study.series.back().stacks.at(0), 5));

    const test::TemporaryFolder out;
    const auto request = reportRequest(reading, &study);
    std::vector<std::filesystem::path> segmentations;
    for (const auto& object : request.segmentations) {
        segmentations.push_back(out / (object.sopInstance.text() + ".dcm"));
        ASSERT_TRUE(writeSegmentation(segmentations.back(), object, *catalogue->findStack(object.stackId)));
    }
    ASSERT_TRUE(writeStructuredReport(out / "sr.dcm", request));

    const auto back = importReading(out / "sr.dcm", segmentations, *catalogue);
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(*back, reading);
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    for (const auto& file : segmentations)
        EXPECT_THAT(test::complaintsOfDciodvfy(file), testing::IsEmpty());
    EXPECT_THAT(test::complaintsOfDciodvfy(out / "sr.dcm"), testing::IsEmpty());
    EXPECT_THAT(test::complaintsOfDsrdump(out / "sr.dcm"), testing::IsEmpty());
    auto together = segmentations;
    together.push_back(out / "sr.dcm");
    for (const auto* each : catalogue->stacks()) {
        for (const auto& frame : each->frames)
            together.push_back(frame.file);
    }
    EXPECT_THAT(test::complaintsOfDcentvfy(together), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Spine, RealSeries,
                         testing::Values("lumbar-t2-clinical", "lumbar-t1-t2-same-patient", "lumbar-t2-stenosis"));

/// A dcmqi label image beside the SEG that was made from it, or that it was read from.
TEST(PeerLabels, OfDcmqiAreEqualVoxelForVoxel)
{
    const auto folder = test::testData() / "peers/dcmqi/segmentations";
    if (!std::filesystem::is_directory(folder))
        GTEST_SKIP() << "no dcmqi segmentations in the test data";
    for (const auto& [seg, label, images] :
         {std::tuple("24x38x3/seg/label.seg", "24x38x3/nrrd/label.nrrd", "24x38x3/image"),
          std::tuple("23x38x3/seg/label.seg", "23x38x3/nrrd/label.nrrd", "23x38x3/image"),
          std::tuple("liver.dcm", "liver_seg.nrrd", "ct-3slice")}) {
        const auto catalogue = scanFolder({folder / images});
        ASSERT_TRUE(catalogue);
        const auto stacks = catalogue->stacks();
        const auto segmentation = readSegmentation(folder / seg, stacks);
        ASSERT_TRUE(segmentation) << segmentation.error().message();
        const auto truth = readVolumeFile(folder / label);
        ASSERT_TRUE(truth) << truth.error().message();
        const auto& grid = truth->geometry();
        ASSERT_TRUE(grid.matches(segmentation->geometry)) << seg;
        std::size_t different = 0;
        std::size_t marked = 0;
        for (int slice = 0; slice < grid.slices(); ++slice) {
            for (int row = 0; row < grid.rows(); ++row) {
                for (int column = 0; column < grid.columns(); ++column) {
                    const bool isTrue = truth->at({column, row, slice}) != 0;
                    const auto holds = [&](const Segment& segment) {
                        const auto found = segment.slices.find(slice);
                        return found != segment.slices.end() && found->second.contains(column, row);
                    };
                    const bool isRead = std::ranges::any_of(segmentation->segments, holds);
                    marked += isTrue ? 1 : 0;
                    different += isTrue != isRead ? 1 : 0;
                }
            }
        }
        EXPECT_EQ(different, 0U) << seg;
        EXPECT_GT(marked, 0U) << seg;
    }
}

} // namespace
} // namespace grading
