#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading::test {

using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// A stored reading of a study with one grade.
class ExportReports : public testing::Test {
protected:
    void SetUp() override
    {
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        const auto study = m_series.study.text();
        ASSERT_EQ(runCli({"reading", "new", "--store", m_store, "--study", study, "--reader", "Reader^One",
                          "--organization", "Radiology", "--images", m_images.string()})
                      .status,
                  0);
        const nlohmann::json document{
            {"study", study}, {"reader", "Reader^One"}, {"foramina", {{{"foramen", "L4-L5:R"}, {"grade", 2}}}}};
        ASSERT_TRUE(writeFile(m_folder / "edits.json", document.dump()));
        ASSERT_EQ(runCli({"reading", "apply", "--store", m_store, (m_folder / "edits.json").string()}).status, 0);
    }

    CliRun exportTo(std::vector<std::string> targets) const
    {
        targets.insert(targets.begin(),
                       {"export", "--store", m_store, "--study", m_series.study.text(), "--reader", "Reader^One"});
        return runCli(targets);
    }
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
    std::string m_store = (m_folder / "readings.db").string();
};

} // namespace

TEST_F(ExportReports, csvHtmlAndPdfAreMadeWithoutAScreen)
{
    const auto run = exportTo({"--csv", file("r.csv"), "--html", file("r.html"), "--pdf", file("r.pdf")});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(readFile(file("r.csv")).value_or(""), HasSubstr("L4-L5:R"));
    EXPECT_THAT(readFile(file("r.html")).value_or(""), StartsWith("<!DOCTYPE html>"));
    EXPECT_THAT(readFile(file("r.pdf")).value_or(""), StartsWith("%PDF-"));
}

TEST_F(ExportReports, oneTargetThatIsThereStopsThemAll)
{
    ASSERT_TRUE(writeFile(file("r.pdf"), "mine"));
    EXPECT_EQ(exportTo({"--csv", file("r.csv"), "--html", file("r.html"), "--pdf", file("r.pdf")}).status, 3);
    EXPECT_EQ(readFile(file("r.pdf")).value_or(""), "mine");
    EXPECT_FALSE(std::filesystem::exists(file("r.csv")));
    EXPECT_FALSE(std::filesystem::exists(file("r.html")));
    EXPECT_EQ(exportTo({"--pdf", file("r.pdf"), "--force"}).status, 0);
    EXPECT_THAT(readFile(file("r.pdf")).value_or(""), StartsWith("%PDF-"));
}

TEST_F(ExportReports, aReportForPeopleIsMadeWhenTheImagesHaveGone)
{
    std::filesystem::remove_all(m_images);
    EXPECT_EQ(exportTo({"--html", file("r.html")}).status, 0);
    EXPECT_EQ(exportTo({"--html", file("s.html"), "--images", m_images.string()}).status, 1)
        << "a folder named by the user must hold the study";
    EXPECT_FALSE(std::filesystem::exists(file("s.html")));
}

} // namespace grading::test
