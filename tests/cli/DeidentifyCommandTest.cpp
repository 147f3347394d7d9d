#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>

namespace grading::test {
namespace {

class DeidentifyCommand : public testing::Test {
protected:
    DeidentifyCommand()
    {
        EXPECT_TRUE(writeFile(m_folder / "key", "0123456789abcdef\n"));
        m_series.slices = 3;
        m_series.patientName = "Qwertzen^Yxcvilda";
        static_cast<void>(writeSeries(m_folder / "in", m_series));
    }

    CliRun deidentify(const std::vector<std::string>& more) const
    {
        std::vector<std::string> arguments{"deidentify", file("in"), file("out")};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runCli(arguments);
    }

    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    TemporaryFolder m_folder;
    TestSeries m_series;
};

TEST_F(DeidentifyCommand, CopiesTheStudyAndSaysHowMuch)
{
    const auto done = deidentify({"--key-file", file("key"), "--keep-dates", "shift", "--json"});
    ASSERT_EQ(done.status, 0) << done.err;
    EXPECT_EQ(schemaErrors("deidentify-1", done.out).value_or(""), "");
    EXPECT_EQ(done.json()["images"], 3);
    EXPECT_EQ(done.json()["patients"], 1);
    const auto scanned = runCli({"scan", file("out"), "--json", "--no-cache"});
    EXPECT_EQ(scanned.json()["studies"][0]["series"][0]["stacks"][0]["slices"], 3);
    EXPECT_EQ(scanned.json()["studies"][0]["series"][0]["stacks"][0]["role"], "sagittal-T2");
    EXPECT_THAT(scanned.out, testing::Not(testing::HasSubstr("PHANTOM-1")));
}

TEST_F(DeidentifyCommand, NeedsAKeyOfSomeLengthAndAFolderOfItsOwn)
{
    EXPECT_EQ(deidentify({}).status, 2);
    EXPECT_EQ(deidentify({"--key-file", file("none")}).status, 1);
    ASSERT_TRUE(writeFile(m_folder / "short", "secret"));
    const auto isShort = deidentify({"--key-file", file("short")});
    EXPECT_EQ(isShort.status, 1);
    EXPECT_THAT(isShort.err, testing::HasSubstr("too short"));
    EXPECT_EQ(deidentify({"--key-file", file("key"), "--keep-dates", "all"}).status, 2);
    ASSERT_EQ(deidentify({"--key-file", file("key")}).status, 0);
    EXPECT_EQ(deidentify({"--key-file", file("key")}).status, 3);
}

} // namespace
} // namespace grading::test
