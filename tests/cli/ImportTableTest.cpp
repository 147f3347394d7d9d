#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading::test {

using testing::HasSubstr;

namespace {

class ImportTable : public testing::Test {
protected:
    CliRun import(const std::string& csv, std::vector<std::string> more = {}) const
    {
        const auto sheet = m_folder.file("sheet.csv");
        EXPECT_TRUE(writeFile(sheet, csv));
        std::vector<std::string> arguments{"import",   "--store",         m_store,
                                           "--images", m_images.string(), "--table",
                                           sheet,      "--columns",       "study=ID,level=Level,side=Side,grade=Grade"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }

    nlohmann::json foramina() const
    {
        return runCli({"reading", "show", "--store", m_store, "--study", m_series.study.text(), "--reader", "Reader^A",
                       "--json"})
            .json()["foramina"];
    }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
    std::string m_store = m_folder.file("readings.db");
    std::vector<std::string> m_reader{"--reader", "Reader^A", "--organization", "Hospital"};
};

} // namespace

TEST_F(ImportTable, ASpreadsheetBeginsTheReadersDraft)
{
    const auto uid = m_series.study.text();
    const auto done = import("ID,Level,Side,Grade\n" + uid +
                                 ",L4/5,R,2\nPHANTOM-1,L5/S1,left,Normal/Mild\n"
                                 "elsewhere,L4/5,R,1\n",
                             m_reader);
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_THAT(done.err, HasSubstr("Rows of studies that the images don't hold: 1"));
    const auto read = foramina();
    ASSERT_EQ(read.size(), 2U);
    EXPECT_EQ(read[0]["foramen"], "L4-L5:R");
    EXPECT_EQ(read[0]["grade"], 2);
    EXPECT_TRUE(read[1]["grade"].is_null());
    EXPECT_THAT(read[1]["comment"].get<std::string>(), HasSubstr("Normal/Mild"));
}

TEST_F(ImportTable, ABadCellStopsEverythingAndIsNamed)
{
    const auto uid = m_series.study.text();
    const auto wrong = import("ID,Level,Side,Grade\n" + uid + ",L4/5,R,2\n" + uid + ",L4/5,L,mild\n", m_reader);
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.err, HasSubstr("row 3, column 'Grade': 'mild'"));
    EXPECT_EQ(std::count(wrong.err.begin(), wrong.err.end(), '\n'), 1) << wrong.err;
    EXPECT_FALSE(std::filesystem::exists(m_store));
}

TEST_F(ImportTable, AGradeThatIsThereStaysUnlessForced)
{
    const auto uid = m_series.study.text();
    ASSERT_EQ(import("ID,Level,Side,Grade\n" + uid + ",L4/5,R,2\n", m_reader).status, 0);
    const auto other = "ID,Level,Side,Grade\n" + uid + ",L1/2,R,0\n" + uid + ",L4/5,R,1\n";
    EXPECT_EQ(import(other, m_reader).status, 3);
    EXPECT_EQ(foramina().size(), 1U);
    auto forced = m_reader;
    forced.emplace_back("--force");
    EXPECT_EQ(import(other, forced).status, 0);
    EXPECT_EQ(foramina()[1]["grade"], 1);
}

TEST_F(ImportTable, WrongUsageEndsWithTwo)
{
    EXPECT_EQ(runCli({"import", "--store", m_store, "--images", m_images.string()}).status, 2);
    EXPECT_EQ(runCli({"import", "--store", m_store, "--images", m_images.string(), "--table", "x.csv"}).status, 2);
    EXPECT_EQ(runCli({"import", "--store", m_store, "--images", m_images.string(), "--table",
                      m_folder.file("sheet.csv"), "--columns", "study=ID", "--reader", "Reader^A"})
                  .status,
              2);
    const auto nobody = import("ID,Level,Side,Grade\nPHANTOM-1,L4/5,R,2\n");
    EXPECT_EQ(nobody.status, 1);
    EXPECT_THAT(nobody.err, HasSubstr("--reader"));
}

} // namespace grading::test
