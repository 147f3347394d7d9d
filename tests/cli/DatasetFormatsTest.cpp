#include "DatasetRuns.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace grading::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

std::string firstLine(const std::string& file)
{
    const auto text = readFile(file).value();
    return text.substr(0, text.find('\n'));
}

} // namespace

TEST_F(Datasets, CocoPolygonsAreTheVoxelsOfTheLabelImages)
{
    const auto coco = exported({"--format", "coco", "--split", "34/33/33"});
    const auto nifti = exported({"--format", "nifti"});
    const auto check = runPython("read_coco_set.py", {"nibabel"}, {coco, nifti});
    if (!check)
        GTEST_SKIP() << "python3-nibabel isn't installed";
    EXPECT_EQ(check->status, 0) << check->err;
    EXPECT_EQ(check->out, "");
}

TEST_F(Datasets, ABidsSetKeepsTheRulesOfItsNamesAndSidecars)
{
    const auto check = runPython("check_bids_set.py", {"nibabel"}, {exported({"--format", "bids"})});
    if (!check)
        GTEST_SKIP() << "python3-nibabel isn't installed";
    EXPECT_EQ(check->status, 0) << check->err;
    EXPECT_EQ(check->out, "");
}

TEST_F(Datasets, RsnaTablesHaveTheChallengesColumnsAndValues)
{
    const auto out = exported({"--format", "rsna", "--readers", "consensus"});
    std::string header = "study_id";
    for (const std::string condition :
         {"spinal_canal_stenosis", "left_neural_foraminal_narrowing", "right_neural_foraminal_narrowing",
          "left_subarticular_stenosis", "right_subarticular_stenosis"}) {
        for (const char* level : {"l1_l2", "l2_l3", "l3_l4", "l4_l5", "l5_s1"})
            header += ',' + condition + '_' + level;
    }
    EXPECT_EQ(firstLine(out + "/train.csv"), header);
    EXPECT_EQ(firstLine(out + "/train_label_coordinates.csv"),
              "study_id,series_id,instance_number,condition,level,x,y");
    EXPECT_EQ(firstLine(out + "/train_series_descriptions.csv"), "study_id,series_id,series_description");

    std::multiset<std::string> labels;
    for (const auto& row : table(out, "train.csv")) {
        labels.insert(row.at("right_neural_foraminal_narrowing_l4_l5"));
        EXPECT_EQ(row.at("left_neural_foraminal_narrowing_l5_s1"), "Severe");
        EXPECT_EQ(row.at("left_neural_foraminal_narrowing_l4_l5"), "");
    }
    EXPECT_THAT(labels, ElementsAre("Moderate", "Normal/Mild", "Normal/Mild", "Severe"));

    const auto series = table(out, "train_series_descriptions.csv");
    ASSERT_EQ(series.size(), 4U);
    EXPECT_EQ(series[0].at("series_description"), "Sagittal T2/STIR");
    // Where readers differed nobody's marks were taken over, so three studies have a place.
    const auto places = table(out, "train_label_coordinates.csv");
    ASSERT_EQ(places.size(), 3U);
    for (const auto& row : places) {
        EXPECT_EQ(row.at("condition"), "Right Neural Foraminal Narrowing");
        EXPECT_EQ(row.at("level"), "L4/L5");
        EXPECT_EQ(row.at("instance_number"), "5");
        EXPECT_EQ(row.at("x"), "24.500"); // columns 20 to 29
        EXPECT_EQ(row.at("y"), "23.500"); // rows 20 to 27
    }
}

TEST_F(Datasets, RsnaTablesOfSeveralReadersStandInAFolderEach)
{
    const auto out = exported({"--format", "rsna"});
    EXPECT_EQ(table(out, "reader-01/train.csv").size(), 4U);
    EXPECT_EQ(table(out, "reader-02/train_label_coordinates.csv").size(), 4U);
    EXPECT_FALSE(std::filesystem::exists(out + "/train.csv"));
}

TEST_F(Datasets, NoFormatNamesAnybodyAndEachIsTheSameInPieces)
{
    for (const std::string format : {"bids", "coco", "rsna"}) {
        const auto out = exported({"--format", format, "--split", "34/33/33"});
        EXPECT_THAT(filesNaming(out, project().identities()), IsEmpty()) << format;
        const auto pieces = project().file("pieces-" + format);
        for (const char* shard : {"1/2", "2/2"})
            ASSERT_EQ(run(pieces, {"--format", format, "--split", "34/33/33", "--shard", shard}).status, 0);
        ASSERT_EQ(merge(pieces).status, 0);
        EXPECT_EQ(contents(pieces), contents(out)) << format;
    }
}

TEST_F(Datasets, MeasuresStandInATableOfTheirOwnWhenTheyAreWanted)
{
    EXPECT_FALSE(std::filesystem::exists(exported({"--format", "csv"}) + "/measures.csv"));
    const auto rows = table(exported({"--format", "csv", "--measures"}), "measures.csv");
    int measured = 0;
    for (const auto& row : rows) {
        if (row.at("foramen") != "L4-L5:R")
            continue;
        ++measured;
        EXPECT_EQ(row.at("root_area"), "39.20"); // 80 pixels of 0.7 mm
        EXPECT_EQ(row.at("fat_area"), "58.80");  // 120
        EXPECT_EQ(row.at("coverage_superior"), "1.000");
        EXPECT_LT(std::stod(row.at("coverage_anterior")), 0.25); // fat above and below alone
    }
    EXPECT_EQ(measured, 8);
}

TEST_F(Datasets, LabelsAloneNeedNoImages)
{
    for (const std::string format : {"nifti", "bids", "coco", "rsna"}) {
        const auto out = exported({"--format", format, "--no-images"});
        for (const auto& [path, bytes] : contents(out)) {
            EXPECT_FALSE(path.ends_with("T2w.nii.gz") || path.starts_with("images/")) << path;
        }
    }
}

} // namespace grading::test
