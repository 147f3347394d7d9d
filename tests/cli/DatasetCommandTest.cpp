#include "CommandLine.h"
#include "DatasetRuns.h"

#include "grading/base/Files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading::test {

using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Datasets, APlainSetIsReadBackByNibabelWithTheVoxelsThatWereMarked)
{
    const auto out = exported({"--format", "nifti", "--split", "34/33/33"});
    const auto origin = project().grid().origin();
    const auto check =
        runPython("read_nifti_set.py", {"nibabel"},
                  {out, fmt::format("{},{},{}", -origin.x, -origin.y, origin.z), "0.7,0.7,4.4", "481:20-29,20-27,4-4"});
    if (!check)
        GTEST_SKIP() << "python3-nibabel isn't installed";
    EXPECT_EQ(check->status, 0) << check->err;
    EXPECT_EQ(check->out, "");
    const auto marks = table(out, "marks.csv");
    ASSERT_EQ(marks.size(), 16U); // four studies, two readers, root and fat
    for (const auto& row : marks) {
        EXPECT_EQ(row.at("foramen"), "L4-L5:R");
        EXPECT_EQ(row.at("label_value"), row.at("structure") == "nerveRoot" ? "481" : "482");
        EXPECT_EQ(row.at("voxels"), row.at("structure") == "nerveRoot" ? "80" : "120");
    }
    EXPECT_EQ(schemaErrors("dataset-1", readFile(out + "/manifest.json").value()).value_or(""), "");
}

TEST_F(Datasets, NothingInASetNamesPatientStudyOrReader)
{
    for (const char* format : {"csv", "nifti"}) {
        const auto out = exported({"--format", format, "--split", "34/33/33"});
        EXPECT_THAT(filesNaming(out, project().identities()), IsEmpty()) << format;
    }
}

TEST_F(Datasets, TheSameReadingsGiveTheSameBytes)
{
    const std::vector<std::string> options{"--format", "nifti", "--split", "34/33/33", "--seed", "5"};
    auto one = options;
    one.insert(one.end(), {"--jobs", "1"});
    auto two = options;
    two.insert(two.end(), {"--jobs", "2"});
    const auto bytes = contents(exported(one));
    EXPECT_EQ(contents(exported(two)), bytes);

    const auto sharded = project().file("sharded");
    for (const char* shard : {"3/3", "1/3", "2/3"}) {
        EXPECT_EQ(merge(sharded).status, 1) << "merged before all pieces are there";
        auto piece = options;
        piece.insert(piece.end(), {"--shard", shard});
        ASSERT_EQ(run(sharded, piece).status, 0);
        EXPECT_FALSE(std::filesystem::exists(sharded));
    }
    ASSERT_EQ(merge(sharded).status, 0);
    EXPECT_EQ(contents(sharded), bytes);
    EXPECT_FALSE(std::filesystem::exists(sharded + ".parts"));
}

TEST_F(Datasets, ASetAppearsWholeOrNotAtAll)
{
    const auto out = project().file("none");
    const auto missing = run(out, {"--format", "nifti", "--images", project().file("elsewhere")});
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.err, HasSubstr("--no-images"));
    EXPECT_FALSE(std::filesystem::exists(out));
    EXPECT_FALSE(std::filesystem::exists(out + ".parts"));

    std::filesystem::create_directories(out);
    ASSERT_TRUE(writeFile(out + "/mine.txt", "mine"));
    const auto there = run(out, {"--format", "csv"});
    EXPECT_EQ(there.status, 3);
    EXPECT_THAT(there.err, HasSubstr("is there already"));
    EXPECT_EQ(contents(out), (std::map<std::string, std::string>{{"mine.txt", "mine"}}));
}

TEST_F(Datasets, PiecesOfAnotherExportAreNotMixedIn)
{
    const auto out = project().file("mixed");
    ASSERT_EQ(run(out, {"--format", "csv", "--shard", "1/2"}).status, 0);
    const auto other = run(out, {"--format", "csv", "--shard", "2/2", "--seed", "9"});
    EXPECT_EQ(other.status, 3);
    EXPECT_THAT(other.err, HasSubstr("pieces of another export"));
    ASSERT_EQ(run(out, {"--format", "csv", "--shard", "2/2"}).status, 0);
    EXPECT_EQ(merge(out).status, 0);
}

TEST_F(Datasets, WrongUsageEndsWithTwo)
{
    const auto out = project().file("usage");
    const std::vector<std::vector<std::string>> wrong{{"--format", "xls"},
                                                      {"--format", "csv", "--split", "70/20"},
                                                      {"--format", "csv", "--split", "70/15/15/0"},
                                                      {"--format", "csv", "--shard", "3/2"},
                                                      {"--format", "csv", "--shard", "0/2"},
                                                      {"--format", "csv", "--jobs", "0"},
                                                      {"--format", "nifti", "--no-images", "--images", "x"}};
    for (const auto& options : wrong)
        EXPECT_EQ(run(out, options).status, 2) << options.back();
    EXPECT_EQ(runCli({"dataset", "export", "--store", project().store(), "--out", out, "--format", "csv", "--readers",
                      "consensus"})
                  .status,
              2);
    EXPECT_FALSE(std::filesystem::exists(out));
}

} // namespace grading::test
