#include "ScannedFolder.h"

#include "grading/dicom/LoadVolume.h"

#include <gtest/gtest.h>

#include <set>

namespace grading {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class RealSeries : public testing::Test {
protected:
    void SetUp() override
    {
        m_data = testData();
        if (m_data.empty())
            GTEST_SKIP() << "no test data";
    }
    [[nodiscard]] SeriesCatalogue scan(const std::string& folder) const
    {
        return scanFolder({m_data / folder}).value();
    }

    std::filesystem::path m_data;
};

} // namespace

TEST_F(RealSeries, LumbarT2OfSixteenSlicesIsOneCleanStack)
{
    const auto catalogue = scan("spine/lumbar-t2-clinical");
    ASSERT_THAT(sliceCounts(catalogue), ElementsAre(16));
    const Stack& stack = *catalogue.stacks()[0];
    EXPECT_EQ(stack.role.name(), "sagittal-T2");
    EXPECT_THAT(stack.issues, IsEmpty());
    EXPECT_NEAR(stack.sliceSpacing.value, 4.4, 0.01);
    const auto volume = loadVolume(stack);
    ASSERT_TRUE(volume) << volume.error().message();
    EXPECT_EQ(volume->geometry().columns(), 400);
}

TEST_F(RealSeries, T1AndT2OfOnePatientShareTheirFrameOfReference)
{
    const auto catalogue = scan("spine/lumbar-t1-t2-same-patient");
    ASSERT_EQ(catalogue.stacks().size(), 2u);
    EXPECT_EQ(catalogue.stacks()[0]->role.name(), "sagittal-T1");
    EXPECT_EQ(catalogue.stacks()[1]->role.name(), "sagittal-T2");
    EXPECT_EQ(catalogue.stacks()[0]->frameOfReference, catalogue.stacks()[1]->frameOfReference);
}

TEST_F(RealSeries, SupineAndProneSagittalsBothStartAtThePatientsLeft)
{
    // The phantom didn't move with the stated patient position's axes: what the header calls left is on the left in
    // both.
    for (const char* position : {"HFS", "HFP"}) {
        const auto catalogue = scan(std::string("series/dcm_qa_decubitus/") + position);
        ASSERT_THAT(sliceCounts(catalogue), ElementsAre(35));
        const Stack& stack = *catalogue.stacks()[0];
        EXPECT_THAT(stack.issues, IsEmpty());
        // Row × column of these sagittals points to the patient's right: from +x to -x.
        EXPECT_NEAR(stack.frames.front().position.x, 81.6, 0.01) << position;
        EXPECT_NEAR(stack.frames.back().position.x, -81.6, 0.01) << position;
    }
}

struct OddSeries {
    const char* folder;
    std::vector<int> slices;
    std::vector<std::string> complaints; ///< Of the first stack.
};

TEST_F(RealSeries, OddSeriesGiveTheRightStacksAndIssues)
{
    const std::vector<OddSeries> series = {
        {"gantrytilting", {4}, {"sheared"}},
        {"notavolume", {1, 1, 1, 1}, {}},
        {"slicecount", {2}, {}},
        {"sliceincrement/001", {4}, {"missing-slice"}},
        {"sliceincrement/002", {4}, {"sheared", "missing-slice"}},
        {"sliceorientation", {2, 2}, {}},
    };
    for (const auto& odd : series) {
        const auto catalogue = scan(std::string("series/dicom2nifti/failing/") + odd.folder);
        EXPECT_EQ(sliceCounts(catalogue), odd.slices) << odd.folder;
        EXPECT_EQ(complaints(catalogue.stacks().at(0)->issues), odd.complaints) << odd.folder;
    }
}

TEST_F(RealSeries, OneSeriesInFiveEncodingsHasTheSameVoxels)
{
    std::vector<Volume> volumes;
    for (const char* encoding :
         {"compressed", "compressed_j2k", "compressed_jpeg", "compressed_jpegls", "compressed_rle"}) {
        const auto catalogue = scan(std::string("series/dicom2nifti/generic/") + encoding);
        const auto volume = loadVolume(*catalogue.stacks().at(0));
        ASSERT_TRUE(volume) << encoding << ": " << volume.error().message();
        volumes.push_back(*volume);
        EXPECT_EQ(volume->pixels(), volumes.front().pixels()) << encoding;
        EXPECT_EQ(volume->geometry(), volumes.front().geometry()) << encoding;
    }
}

TEST_F(RealSeries, EnhancedImagesAreTheSameBeforeAndAfterAnArchiveRewroteThem)
{
    const auto before = scan("series/dcm_qa_agfa/Siemens");
    const auto after = scan("series/dcm_qa_agfa/Agfa");
    ASSERT_THAT(sliceCounts(before), ElementsAre(25, 25, 25, 25));
    ASSERT_THAT(sliceCounts(after), ElementsAre(25, 25, 25, 25));
    for (std::size_t i = 0; i < 4; ++i) {
        const auto a = loadVolume(*before.stacks()[i]);
        const auto b = loadVolume(*after.stacks()[i]);
        ASSERT_TRUE(a && b);
        EXPECT_EQ(a->geometry(), b->geometry());
        EXPECT_EQ(a->pixels(), b->pixels());
    }
}

TEST_F(RealSeries, AThreePlaneLocalizerIsThreeLocalizersWithoutComplaint)
{
    const auto catalogue = scan("series/dcm_qa_table/In/GE/Exam1486_Laser794mm/01_3_Plane_Localizer_FF");
    ASSERT_THAT(sliceCounts(catalogue), ElementsAre(7, 7, 7));
    for (const auto* stack : catalogue.stacks()) {
        EXPECT_EQ(stack->role.name(), "localizer");
        EXPECT_THAT(complaints(stack->issues), IsEmpty());
    }
}

TEST_F(RealSeries, TwelveBitSignedStripesAreNegative)
{
    const auto catalogue = scanFolder({m_data / "series/dcm_qa_12bit/In/12bitSigned_0x0F0F.dcm"}).value();
    const auto volume = loadVolume(*catalogue.stacks().at(0)).value();
    std::set<double> stripes;
    for (int row = 0; row < volume.geometry().rows(); ++row) {
        for (int column = 0; column < volume.geometry().columns(); ++column)
            stripes.insert(volume.at({column, row, 0}));
    }
    EXPECT_TRUE(stripes.contains(-241)); // 0x0F0F in twelve bits
    EXPECT_TRUE(stripes.contains(-1));   // 0xFFFF
}

TEST_F(RealSeries, ADicomdirNamesItsFiles)
{
    const auto folder = m_data / "series/pydicom/src/pydicom/data/test_files/dicomdirtests";
    const auto catalogue = scanFolder({folder / "DICOMDIR"});
    ASSERT_TRUE(catalogue);
    EXPECT_GT(catalogue->stacks().size(), 5u);
    for (const auto* stack : catalogue->stacks())
        EXPECT_TRUE(stack->frames.front().file.string().starts_with(folder.string()));
}

} // namespace grading
