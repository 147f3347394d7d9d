#include "CommandLine.h"
#include "TestPacs.h"
#include "TestSeries.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace grading::test {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using Json = nlohmann::json;

namespace {

/// A study in a PACS alone, after it was sent there from a folder.
class PacsCommand : public testing::Test {
protected:
    static void SetUpTestSuite() { s_hasNetwork = enterOwnNetwork(); }

    void SetUp() override
    {
        if (!s_hasNetwork)
            GTEST_SKIP() << "this system doesn't let a test have a network of its own";
        if (!TestPacs::isInstalled())
            GTEST_SKIP() << "dcmqrscp (package dcmtk) isn't installed";
        m_pacs = std::make_unique<TestPacs>();
        setenv("XDG_CONFIG_HOME", m_pacs->configurationHome().c_str(), 1);
        ASSERT_EQ(runCli({"pacs", "cache", "--empty"}).status, 0);
        m_series.patientName = "Secret^Name";
        m_stack = writeSeries(m_folder / "Secret", m_series);
        const auto sent = runCli({"pacs", "store", "archive", m_folder.file("Secret"), "--json"});
        ASSERT_EQ(sent.status, 0) << sent.err;
        ASSERT_EQ(sent.json()["objects"], m_series.slices);
        EXPECT_EQ(schemaErrors("pacs-transfer-1", sent.out).value_or(""), "");
        std::filesystem::remove_all(m_folder / "Secret");
    }

    CliRun project(const std::string& action, std::vector<std::string> more) const
    {
        more.insert(more.begin(),
                    {"project", action, "--store", m_store, "--project", "Narrowing", "--as", "Manager^One"});
        return runCli(more);
    }
    CliRun reading(const std::string& action, std::vector<std::string> more = {}) const
    {
        more.insert(more.begin(), {"reading", action, "--store", m_store, "--study", m_study, "--reader", "Reader^A"});
        return runCli(more);
    }
    void begin() const
    {
        ASSERT_EQ(
            project("new", {"--organization", "Hospital", "--foramina", "L4-L5:R", "--readers-per-study", "1"}).status,
            0);
        ASSERT_EQ(project("add", {"--reader", "Reader^A", "--organization", "Hospital"}).status, 0);
        const auto assigned = project("assign", {"--pacs", "archive", "--study", m_study, "--json"});
        ASSERT_EQ(assigned.status, 0) << assigned.err;
        EXPECT_EQ(assigned.json()["progress"][0]["assigned"], 1);
    }

    static inline bool s_hasNetwork = false;
    TemporaryFolder m_folder;
    TestSeries m_series;
    Stack m_stack;
    std::string m_study = m_series.study.text();
    std::string m_store = m_folder.file("study.db");
    std::unique_ptr<TestPacs> m_pacs;
};

} // namespace

TEST_F(PacsCommand, EchoFindAndGetPrintWhatTheirSchemasSay)
{
    const auto echoed = runCli({"pacs", "echo", "archive", "--json"});
    ASSERT_EQ(echoed.status, 0) << echoed.err;
    EXPECT_EQ(schemaErrors("pacs-echo-1", echoed.out).value_or(""), "");
    const auto found = runCli({"pacs", "find", "archive", "--study", m_study, "--json"});
    ASSERT_EQ(found.status, 0) << found.err;
    EXPECT_EQ(schemaErrors("pacs-find-1", found.out).value_or(""), "");
    EXPECT_EQ(found.json()["studies"][0]["patientName"], "Secret^Name");
    EXPECT_EQ(found.json()["studies"][0]["series"][0]["seriesInstanceUid"], m_series.series.text());
    const std::vector<std::string> get{"pacs", "get", "archive", "--study", m_study, "-o", m_folder.file("got")};
    ASSERT_EQ(runCli(get).status, 0);
    EXPECT_EQ(runCli({"scan", m_folder.file("got"), "--json"}).json()["filesRead"], m_series.slices);
    EXPECT_EQ(runCli(get).status, 3) << "the folder is there";
    EXPECT_EQ(runCli({"pacs", "echo", "nobody"}).status, 1);
    EXPECT_EQ(runCli({"pacs", "echo", "stranger"}).status, 1);
    EXPECT_EQ(runCli({"pacs", "echo"}).status, 2);
    const auto configuration = readFile(m_pacs->configuration()).value();
    EXPECT_EQ(schemaErrors("pacs-1", configuration).value_or(""), "");
}

TEST_F(PacsCommand, AStudyInAPacsIsReadAndSignedWithoutTellingWhoseItIs)
{
    ASSERT_NO_FATAL_FAILURE(begin());
    const auto list =
        runCli({"reading", "list", "--store", m_store, "--project", "Narrowing", "--reader", "Reader^A", "--json"});
    EXPECT_EQ(schemaErrors("worklist-1", list.out).value_or(""), "");
    EXPECT_EQ(list.json()["entries"][0]["pacs"], "archive");
    EXPECT_EQ(list.json()["entries"][0]["images"], "");
    ASSERT_EQ(runCli({"pacs", "cache", "--empty"}).status, 0); // as on the reader's own computer
    const auto begun = reading("new", {"--organization", "Hospital"});
    ASSERT_EQ(begun.status, 0) << begun.err;
    const auto stacks = reading("stacks");
    ASSERT_EQ(stacks.status, 0) << stacks.err;
    const auto cache = runCli({"pacs", "cache", "--json"});
    EXPECT_EQ(schemaErrors("pacs-cache-1", cache.out).value_or(""), "");
    EXPECT_EQ(cache.json()["studies"], 1);
    EXPECT_TRUE(writeFile(
        m_folder / "edits.json",
        Json{{"study", m_study}, {"reader", "Reader^A"}, {"foramina", {{{"foramen", "L4-L5:R"}, {"grade", 1}}}}}
            .dump()));
    ASSERT_EQ(runCli({"reading", "apply", "--store", m_store, m_folder.file("edits.json")}).status, 0);
    const auto done = reading("sign");
    ASSERT_EQ(done.status, 0) << done.err;
    const auto exported = runCli(
        {"export", "--store", m_store, "--study", m_study, "--reader", "Reader^A", "--html", m_folder.file("r.html")});
    ASSERT_EQ(exported.status, 0) << exported.err;
    for (const auto& text : {list.out, begun.out, begun.err, stacks.out, stacks.err, done.out, done.err, exported.err,
                             readFile(m_folder / "r.html").value()}) {
        EXPECT_THAT(text, Not(HasSubstr("Secret")));
        EXPECT_THAT(text, Not(HasSubstr("PHANTOM-1"))); // the patient's id
        EXPECT_THAT(text, Not(HasSubstr(cache.json()["folder"].get<std::string>())));
    }
    const auto verified = runCli({"store", "verify", "--store", m_store, "--images"});
    EXPECT_EQ(verified.status, 0) << verified.err;
}

TEST_F(PacsCommand, AStudyThatHasGoneIsSaidToBeGoneAndNothingBegins)
{
    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_EQ(runCli({"pacs", "cache", "--empty"}).status, 0);
    m_pacs->forgetStudies();
    const auto begun = reading("new", {"--organization", "Hospital"});
    EXPECT_EQ(begun.status, 1);
    EXPECT_THAT(begun.err, HasSubstr("PACS 'archive': has no such study (any more)"));
    EXPECT_EQ(reading("show").status, 1);
    const auto verified = runCli({"store", "verify", "--store", m_store, "--images"});
    EXPECT_EQ(verified.status, 1);
    EXPECT_THAT(verified.err, HasSubstr("has no such study (any more)"));
}

TEST_F(PacsCommand, AStudyThatHasChangedIsReadWithAWarning)
{
    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_EQ(runCli({"pacs", "cache", "--empty"}).status, 0);
    m_pacs->forgetStudies();
    m_series.bodyPart = "CSPINE";
    (void)writeSeries(m_folder / "again", m_series);
    ASSERT_EQ(runCli({"pacs", "store", "archive", m_folder.file("again")}).status, 0);
    const auto begun = reading("new", {"--organization", "Hospital"});
    EXPECT_EQ(begun.status, 0);
    EXPECT_THAT(begun.err, HasSubstr("The images aren't the same"));
}

TEST_F(PacsCommand, OutsideOfProjectsAReadingNamesThePacsOnceAndTheStoreRemembersIt)
{
    const auto begun = reading("new", {"--organization", "Hospital", "--pacs", "archive"});
    ASSERT_EQ(begun.status, 0) << begun.err;
    const std::vector<std::string> other{"reading", "new",      "--store",  m_store,          "--study",
                                         m_study,   "--reader", "Reader^B", "--organization", "Hospital"};
    const auto second = runCli(other);
    EXPECT_EQ(second.status, 0) << second.err;
    EXPECT_EQ(runCli({"project", "assign", "--store", m_store, "--project", "P", "--as", "A^B"}).status, 2);
}

} // namespace grading::test
