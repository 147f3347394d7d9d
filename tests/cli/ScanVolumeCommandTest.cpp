#include "AnalyticSlices.h"
#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/imaging/VolumeFile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace grading {

using namespace test;

namespace {

/// A sagittal of six slices without its fourth, in a folder below the one that is scanned, with a stranger beside it.
class ScanVolumeCommand : public testing::Test {
protected:
    ScanVolumeCommand()
    {
        AnalyticSlice first;
        first.position = {-28.5, -90.25, 110.125};
        for (auto& slice : stackOf(first, 6, 4.4)) {
            if (slice.base != 120)
                writeSlice(m_folder / "series", slice);
        }
        std::ofstream(m_folder / "notes.txt") << "nothing\n";
    }
    [[nodiscard]] std::string folder() const { return m_folder.path().string(); }
    [[nodiscard]] std::string file(const std::string& name) const { return (m_folder / name).string(); }
    [[nodiscard]] CliRun volume(const std::string& name, std::vector<std::string> more = {}) const
    {
        more.insert(more.begin(), {"volume", folder(), "-o", file(name)});
        return runCli(more);
    }
    /// Files in the folder whose name begins so, temporary ones included.
    [[nodiscard]] long filesLike(const std::string& part) const
    {
        return std::count_if(begin(std::filesystem::directory_iterator(m_folder.path())), {}, [&](const auto& entry) {
            return entry.path().filename().string().find(part) != std::string::npos;
        });
    }

    TemporaryFolder m_folder;
};

} // namespace

TEST_F(ScanVolumeCommand, ScanPrintsOneDocumentThatFollowsItsSchema)
{
    const auto run = runCli({"scan", folder(), "--json"});
    EXPECT_EQ(run.status, 0) << run.err;
    const auto document = run.json();
    ASSERT_FALSE(document.is_discarded()) << run.out;
    EXPECT_EQ(document["schema"], "foragrade/scan/1");
    EXPECT_EQ(document["filesRead"], 5);
    EXPECT_EQ(document["filesSkipped"], 1);
    const auto& stack = document["studies"][0]["series"][0]["stacks"][0];
    EXPECT_EQ(stack["id"], "1.2.826.0.1.3680043.10.543.7.1#1");
    EXPECT_EQ(stack["role"], "sagittal-T2");
    EXPECT_EQ(stack["slices"], 5);
    EXPECT_NEAR(stack["spacingMm"][0], 0.7, 1e-9);
    EXPECT_NEAR(stack["spacingMm"][1], 0.6, 1e-9);
    EXPECT_NEAR(stack["spacingMm"][2], 4.4, 1e-6);
    EXPECT_EQ(stack["orientation"], nlohmann::json({0.0, 1.0, 0.0, 0.0, 0.0, -1.0}));
    EXPECT_EQ(stack["origin"], nlohmann::json({-28.5, -90.25, 110.125}));
    EXPECT_EQ(stack["issues"][0]["code"], "missing-slice");
    EXPECT_EQ(stack["files"].size(), 5u);
    for (const std::string name : stack["files"])
        EXPECT_TRUE(name.starts_with("series/") && std::filesystem::exists(m_folder / name)) << name;
    const auto errors = schemaErrors("scan-1", run.out);
    if (!errors)
        GTEST_SKIP() << "Python's jsonschema isn't installed";
    EXPECT_EQ(*errors, "");
    EXPECT_NE(schemaErrors("scan-1", R"({"schema": "foragrade/scan/1"})"), "");
}

TEST_F(ScanVolumeCommand, ScanOfEveryTestSeriesFollowsItsSchema)
{
    const auto data = testData();
    if (data.empty())
        GTEST_SKIP() << "no test data: series, spine, hostile";
    for (const char* part : {"series", "spine", "hostile"}) {
        const auto run = runCli({"scan", (data / part).string(), "--json"});
        EXPECT_EQ(run.status, 0);
        EXPECT_EQ(schemaErrors("scan-1", run.out).value_or(""), "") << part;
    }
}

TEST_F(ScanVolumeCommand, ScanOfNothingUsableFailsWithOneLine)
{
    std::filesystem::remove_all(m_folder / "series");
    const auto run = runCli({"scan", folder()});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    EXPECT_EQ(runCli({"scan", file("absent")}).status, 1);
    EXPECT_EQ(runCli({"scan"}).status, 2);
    EXPECT_EQ(runCli({"scan", folder(), "--jobs", "0"}).status, 2);
}

TEST_F(ScanVolumeCommand, VolumeFillsTheGapAndSaysSo)
{
    for (const char* name : {"v.nrrd", "v.nii.gz", "v.nii", "v.mha"}) {
        const auto run = volume(name);
        ASSERT_EQ(run.status, 0) << run.err;
        EXPECT_NE(run.err.find("Slice 4"), std::string::npos) << run.err;
        EXPECT_EQ(run.out, "");
        const auto written = readVolumeFile(file(name));
        ASSERT_TRUE(written) << written.error().message();
        ASSERT_EQ(written->geometry().slices(), 6);
        for (int slice = 0; slice < 6; ++slice) {
            const PatientPoint place{-28.5 - 4.4 * slice, -90.25 + 0.6 * 2, 110.125 - 0.7};
            EXPECT_EQ(written->at(written->geometry().nearestVoxel(place)), 40 * slice + 2 + 7) << name;
        }
    }
}

TEST_F(ScanVolumeCommand, VolumeReplacesAFileOnlyWhenTold)
{
    std::ofstream(file("v.nrrd")) << "mine";
    const auto refused = volume("v.nrrd");
    EXPECT_EQ(refused.status, 3);
    EXPECT_EQ(std::filesystem::file_size(m_folder / "v.nrrd"), 4u);
    EXPECT_EQ(volume("v.nrrd", {"--force"}).status, 0);
    EXPECT_TRUE(readVolumeFile(file("v.nrrd")));
}

TEST_F(ScanVolumeCommand, VolumeTellsWrongUsageFromFailure)
{
    EXPECT_EQ(volume("v.png").status, 2);
    EXPECT_EQ(runCli({"volume", folder()}).status, 2);
    EXPECT_EQ(volume("v.nrrd", {"--stack", "1.2.3#1"}).status, 1);
    EXPECT_EQ(volume("no/such/v.nrrd").status, 1);
    AnalyticSlice other;
    other.series += "2";
    writeAll(m_folder / "other", stackOf(other, 3, 4));
    const auto ambiguous = volume("v.nrrd");
    EXPECT_EQ(ambiguous.status, 2);
    EXPECT_NE(ambiguous.err.find(other.series + "#1"), std::string::npos) << ambiguous.err;
    EXPECT_EQ(volume("v.nrrd", {"--stack", other.series + "#1"}).status, 0);
}

TEST_F(ScanVolumeCommand, AFailedVolumeLeavesNoFile)
{
    AnalyticSlice other;
    other.series += "2";
    auto slices = stackOf(other, 3, 4);
    slices[1].position.x -= 1; // uneven
    writeAll(m_folder / "other", slices);
    const auto run = volume("v.nrrd", {"--stack", other.series + "#1"});
    EXPECT_EQ(run.status, 1);
    EXPECT_EQ(filesLike("v.nrrd"), 0);
}

} // namespace grading
