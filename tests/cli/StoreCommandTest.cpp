#include "CommandLine.h"
#include "TestSeries.h"

#include "grading/base/Files.h"
#include "grading/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

namespace grading::test {

using testing::HasSubstr;

namespace {

/// A study on disk and a store with one graded reading of it.
class StoreCommand : public testing::Test {
protected:
    StoreCommand()
    {
        EXPECT_EQ(runCli({"reading", "new", "--store", m_store, "--study", m_series.study.text(), "--reader",
                          "Reader^One", "--organization", "Phantom Hospital", "--images", m_images.string()})
                      .status,
                  0);
        const nlohmann::json document{{"study", m_series.study.text()},
                                      {"reader", "Reader^One"},
                                      {"foramina", {{{"foramen", "L4-L5:R"}, {"grade", 1}}}}};
        EXPECT_TRUE(writeFile(m_folder / "edits.json", document.dump()));
        EXPECT_EQ(runCli({"reading", "apply", "--store", m_store, (m_folder / "edits.json").string()}).status, 0);
    }

    CliRun verify(std::vector<std::string> more = {}) const
    {
        more.insert(more.begin(), {"store", "verify", "--store", m_store});
        return runCli(more);
    }

    /// As somebody with the database's own tools can.
    void alter(const std::string& statements) const
    {
        sqlite3* database = nullptr;
        ASSERT_EQ(sqlite3_open(m_store.c_str(), &database), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
    }

    TemporaryFolder m_folder;
    TestSeries m_series;
    std::filesystem::path m_images = m_folder / "images";
    Stack m_stack = writeSeries(m_images, m_series);
    std::string m_store = (m_folder / "readings.db").string();
};

} // namespace

TEST_F(StoreCommand, VerifyTellsThatAStoreIsWholeAndItsNewestLine)
{
    const auto run = verify({"--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto document = run.json();
    EXPECT_EQ(document["whole"], true);
    EXPECT_EQ(document["head"]["line"], 3);
    const auto head = "3:" + document["head"]["hash"].get<std::string>();
    EXPECT_THAT(verify().out, HasSubstr(head));
    EXPECT_EQ(verify({"--head", head}).status, 0);
    EXPECT_EQ(verify({"--head", "2:" + std::string(64, 'a')}).status, 1);
    EXPECT_EQ(verify({"--head", "x"}).status, 2);
    EXPECT_EQ(verify({"--images"}).status, 0);
    EXPECT_EQ(schemaErrors("store-verify-1", run.out).value_or(""), "");
}

TEST_F(StoreCommand, VerifyNamesTheAlteredRowAndFails)
{
    alter("DROP TRIGGER log_keep_UPDATE; UPDATE log SET actor = 'Reader^Two' WHERE number = 2");
    const auto run = verify({"--json"});
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("error: log line 2: was altered: its hash doesn't fit it\n"));
    ASSERT_EQ(run.json()["problems"].size(), 1U);
    EXPECT_EQ(run.json()["problems"][0]["where"], "log line 2");
    EXPECT_EQ(schemaErrors("store-verify-1", run.out).value_or(""), "");
}

TEST_F(StoreCommand, VerifyWarnsOfAClockThatWasSetBackButDoesNotFail)
{
    const auto renumber = [&](const char* lumbar) {
        return std::vector<std::string>{"reading",  "renumber",   "--store",  m_store, "--study", m_series.study.text(),
                                        "--reader", "Reader^One", "--lumbar", lumbar};
    };
    const auto ahead = runCliAt("+40d", renumber("6"));
    if (!ahead)
        GTEST_SKIP() << "faketime isn't installed";
    ASSERT_EQ(ahead->status, 0) << ahead->err;
    EXPECT_EQ(verify().err, "");
    ASSERT_EQ(runCli(renumber("5")).status, 0);
    const auto run = verify({"--json"});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.json()["whole"], true);
    EXPECT_THAT(run.err, HasSubstr("warning: log line 5: is dated "));
    ASSERT_EQ(run.json()["remarks"].size(), 1U);
    EXPECT_EQ(run.json()["remarks"][0]["code"], "clock-back");
    EXPECT_EQ(schemaErrors("store-verify-1", run.out).value_or(""), "");
}

TEST_F(StoreCommand, VerifyNoticesImagesThatChangedOrWentAway)
{
    auto file = std::filesystem::directory_iterator(m_images)->path();
    auto bytes = *readFile(file);
    bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 1);
    ASSERT_TRUE(writeFile(file, bytes));
    EXPECT_EQ(verify().status, 0);
    EXPECT_EQ(verify({"--images", "--json"}).json()["problems"][0]["code"], "altered-images");
    std::filesystem::remove_all(m_images);
    EXPECT_EQ(verify({"--images", "--json"}).json()["problems"][0]["code"], "missing-images");
}

TEST_F(StoreCommand, TheChainCanBeCheckedWithoutThisProgram)
{
    // As docs/10-projects.md says it: each line's hash is that of its own fields, the last of which is the hash before.
    const std::string program =
        "import hashlib, json, sqlite3, sys\n"
        "last = ''\n"
        "for row in sqlite3.connect(sys.argv[1]).execute('SELECT number, time, program, account, actor, kind, "
        "subject,'\n"
        "        ' revision, name, change, content, previous, hash FROM log ORDER BY number'):\n"
        "    text = json.dumps(list(row[:12]), separators=(',', ':'), ensure_ascii=False)\n"
        "    assert row[11] == last and hashlib.sha256(text.encode()).hexdigest() == row[12], row[0]\n"
        "    last = row[12]\n"
        "print(last)\n";
    ASSERT_TRUE(writeFile(m_folder / "check.py", program));
    const auto command = "python3 " + (m_folder / "check.py").string() + " " + m_store;
    std::array<char, 128> line{};
    FILE* pipe = popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    const bool hasOutput = fgets(line.data(), line.size(), pipe) != nullptr;
    EXPECT_EQ(pclose(pipe), 0);
    ASSERT_TRUE(hasOutput);
    EXPECT_EQ(std::string(line.data()), verify({"--json"}).json()["head"]["hash"].get<std::string>() + "\n");
}

TEST_F(StoreCommand, BackupIsAStoreOfItsOwnAndOverwritesNothing)
{
    const auto copy = (m_folder / "copy.db").string();
    ASSERT_EQ(runCli({"store", "backup", "--store", m_store, copy}).status, 0);
    const auto show = [&](const std::string& store) {
        return runCli({"reading", "show", "--store", store, "--study", m_series.study.text(), "--reader", "Reader^One",
                       "--json"})
            .out;
    };
    EXPECT_EQ(show(copy), show(m_store));
    EXPECT_EQ(runCli({"store", "backup", "--store", m_store, copy}).status, 3);
    EXPECT_EQ(runCli({"store", "backup", "--store", m_store + "x", copy + "2"}).status, 1);
}

TEST_F(StoreCommand, LogTellsWhoDidWhatWithItsValues)
{
    const auto run = runCli(
        {"store", "log", "--store", m_store, "--study", m_series.study.text(), "--reader", "Reader^One", "--json"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto lines = run.json()["lines"];
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[1]["actor"], "Reader^One");
    EXPECT_EQ(lines[1]["change"]["after"]["foramina"]["L4-L5:R"]["grade"], 1);
    EXPECT_EQ(schemaErrors("store-log-1", run.out).value_or(""), "");
}

} // namespace grading::test
