#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>

namespace grading::test {
namespace {

using testing::HasSubstr;

/// A study's images and marks of others on them, in a store that doesn't exist yet.
class ImportForeign : public testing::Test {
protected:
    void SetUp() override
    {
        static_cast<void>(writeSeries(m_folder / "images", m_series));
        const auto stack = *scanFolder({m_folder / "images"}).value().stacks().at(0);
        const auto marks = LabelMap(stack.columns, stack.rows, stack.slices())
                               .painted(4, PixelSet({{30, 28, 36}, {31, 28, 36}}), Structure::NerveRoot)
                               .painted(4, PixelSet({{29, 28, 36}, {32, 28, 36}}), Structure::PerineuralFat);
        ASSERT_TRUE(writeVolumeFile(m_folder / "labels.nii.gz", volumeFromLabelMap(marks, *stack.geometry)));
    }

    CliRun import(std::vector<std::string> more) const
    {
        std::vector<std::string> arguments{"import", "--store", file("one.db"), "--images", file("images")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }
    CliRun show() const
    {
        return runCli({"reading", "show", "--store", file("one.db"), "--study", m_series.study.text(), "--reader",
                       "Reader^One", "--json"});
    }
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
    TestSeries m_series;
};

TEST_F(ImportForeign, MarksBeginAReadingAndAreNotReplacedUnasked)
{
    const auto first = import({"--reader", "Reader^One", "--foramen", "L4-L5:R", file("labels.nii.gz")});
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("marks of 1 foramen"));
    EXPECT_EQ(show().json()["foramina"][0]["foramen"], "L4-L5:R");
    EXPECT_FALSE(show().json()["foramina"][0]["marks"].is_null());
    EXPECT_TRUE(show().json()["foramina"][0]["grade"].is_null());

    EXPECT_EQ(import({"--reader", "Reader^One", "--foramen", "L4-L5:R", file("labels.nii.gz")}).status, 0)
        << "the same marks again change nothing";
    ASSERT_TRUE(
        writeFile(file("map.json"), R"({"segments":[{"number":2,"foramen":"L4-L5:R","structure":"nerveRoot"}]})"));
    const auto other = import({"--reader", "Reader^One", "--map", file("map.json"), file("labels.nii.gz")});
    EXPECT_EQ(other.status, 3);
    EXPECT_THAT(other.err, HasSubstr("--force"));
    EXPECT_EQ(import({"--reader", "Reader^One", "--map", file("map.json"), "--force", file("labels.nii.gz")}).status,
              0);
}

TEST_F(ImportForeign, WithoutAReaderOrAWordAboutTheLabelsNothingIsStored)
{
    const auto reader = import({file("labels.nii.gz")});
    EXPECT_EQ(reader.status, 1);
    EXPECT_THAT(reader.err, HasSubstr("--reader"));
    const auto words = import({"--reader", "Reader^One", file("labels.nii.gz")});
    EXPECT_EQ(words.status, 1);
    EXPECT_THAT(words.err, HasSubstr("--map"));
    EXPECT_FALSE(std::filesystem::exists(file("one.db")));
}

TEST_F(ImportForeign, ShowPrintsTheSegmentsAndAMapThatTheSchemaAccepts)
{
    const auto text = runCli({"show", file("labels.nii.gz")});
    ASSERT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("label 2"));
    const auto map = runCli({"show", "--map", file("labels.nii.gz")});
    ASSERT_EQ(map.status, 0) << map.err;
    EXPECT_EQ(map.json()["segments"].size(), 2U);
    EXPECT_EQ(schemaErrors("segment-map-1", map.out).value_or(""), "");
}

TEST_F(ImportForeign, RsnaLabelsBecomeGradesOnlyWhereOneFollows)
{
    ASSERT_TRUE(writeFile(file("train.csv"),
                          "study_id,left_neural_foraminal_narrowing_l4_l5,right_neural_foraminal_narrowing_l4_l5\n" +
                              m_series.study.text() + ",Normal/Mild,Severe\n77,Moderate,Moderate\n"));
    const auto run = import({"--reader", "Reader^One", file("train.csv")});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.err, HasSubstr("Rows of studies that the images don't hold: 1."));
    const auto foramina = show().json()["foramina"];
    ASSERT_EQ(foramina.size(), 2U);
    EXPECT_EQ(foramina[0]["foramen"], "L4-L5:R");
    EXPECT_EQ(foramina[0]["grade"], 3);
    EXPECT_TRUE(foramina[1]["grade"].is_null());
    EXPECT_EQ(foramina[1]["comment"], "RSNA 2024 label: Normal/Mild");
}

TEST_F(ImportForeign, AReportOfOthersIsShownAndNoGradeIsTaken)
{
    const auto path = (testData() / "peers/dcmqi/sr-example/sr.dcm").string();
    if (!std::filesystem::is_regular_file(path))
        GTEST_SKIP() << "no report of dcmqi in the test data";
    const auto run = import({"--reader", "Reader^One", path});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Imaging Measurement Report"));
    EXPECT_THAT(run.err, HasSubstr("no grade is taken"));
    EXPECT_FALSE(std::filesystem::exists(file("one.db")));
    EXPECT_EQ(runCli({"show", path}).status, 0);
}

} // namespace
} // namespace grading::test
