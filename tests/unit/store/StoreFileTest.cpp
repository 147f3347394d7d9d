#include "ReadingSamples.h"
#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/store/Store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <thread>
#include <unistd.h>

namespace grading {

using testing::HasSubstr;

namespace {

void execute(const std::string& path, const std::string& statement, bool succeeds = true)
{
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
    const int result = sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr);
    EXPECT_EQ(result == SQLITE_OK, succeeds) << sqlite3_errmsg(database);
    sqlite3_close(database);
}

Error errorOfOpening(const std::string& path)
{
    const auto store = Store::open(path);
    return store ? Error{} : store.error();
}

class StoreFileTest : public testing::Test {
protected:
    samples::TemporaryFolder m_folder;
    std::string m_path = m_folder.file("readings.db");
};

} // namespace

TEST_F(StoreFileTest, IsMadeWhenMissingUnlessItMustBeThere)
{
    EXPECT_EQ(Store::open(m_path, Store::IfMissing::Fail).error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(m_path));
    EXPECT_TRUE(Store::open(m_path));
    EXPECT_TRUE(Store::open(m_path, Store::IfMissing::Fail));
}

TEST_F(StoreFileTest, RefusesToWriteIntoAFileThatWasMovedAway)
{
    auto store = Store::open(m_path).value();
    const auto before = samples::emptyReading();
    ASSERT_TRUE(store.add(before, m_folder.path()));
    auto after = before;
    after.foramina[samples::foramen("L4-L5:R")].comment = "seen";
    std::filesystem::rename(m_path, m_path + ".away");
    const auto refused = store.save("Comment", before, after);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Io);
    std::filesystem::rename(m_path + ".away", m_path);
    EXPECT_TRUE(store.save("Comment", before, after));
}

TEST_F(StoreFileTest, MayHaveAnyName)
{
    for (const std::string name :
         {"with space.db", "a=b.db", "a=b c=d.db", "quote\".db", "ünï 腰椎.db", "'; DROP.db", "no-ending"}) {
        const auto path = m_folder.file(name);
        ASSERT_TRUE(Store::open(path)) << name << ": " << errorOfOpening(path).message();
        EXPECT_TRUE(std::filesystem::exists(path)) << name;
    }
}

TEST_F(StoreFileTest, IsRefusedInAFolderThatDoesNotExist)
{
    const auto error = errorOfOpening(m_folder.file("missing/readings.db"));
    EXPECT_EQ(error.code, ErrorCode::Io);
    EXPECT_THAT(error.message(), HasSubstr("its folder doesn't exist; make the folder first"));
}

TEST_F(StoreFileTest, IsRefusedWhenItIsAFolderOrHasNoName)
{
    EXPECT_THAT(errorOfOpening(m_folder.path().string()).message(), HasSubstr("is a folder"));
    EXPECT_EQ(errorOfOpening("").code, ErrorCode::InvalidArgument);
}

TEST_F(StoreFileTest, IsRefusedAndLeftAloneWhenItIsNoDatabase)
{
    const std::string text =
        "This is a letter, long enough to be taken for the header of a database file. " + std::string(2000, 'x');
    ASSERT_TRUE(writeFile(m_path, text));
    const auto error = errorOfOpening(m_path);
    EXPECT_EQ(error.code, ErrorCode::Unreadable);
    EXPECT_THAT(error.message(), HasSubstr("isn't a Foragrade store"));
    EXPECT_EQ(*readFile(m_path), text);
}

TEST_F(StoreFileTest, IsRefusedAndLeftAloneWhenItIsAnotherProgramsDatabase)
{
    execute(m_path, "CREATE TABLE recipes (name TEXT)");
    const auto before = readFile(m_path);
    EXPECT_EQ(errorOfOpening(m_path).code, ErrorCode::Unreadable);
    EXPECT_EQ(*readFile(m_path), *before);
}

TEST_F(StoreFileTest, IsRefusedWhenANewerVersionMadeIt)
{
    ASSERT_TRUE(Store::open(m_path));
    execute(m_path, "INSERT INTO foragrade_schema (version) VALUES (99)");
    const auto error = errorOfOpening(m_path);
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_THAT(error.message(), HasSubstr("newer version"));
}

TEST_F(StoreFileTest, IsRefusedWhenItIsCutOff)
{
    ASSERT_TRUE(Store::open(m_path)->add(samples::emptyReading(), m_folder.path()));
    std::filesystem::resize_file(m_path, 5000);
    const auto store = Store::open(m_path);
    const auto error = store ? store->list().error() : store.error();
    EXPECT_EQ(error.code, ErrorCode::Unreadable) << error.message();
}

TEST_F(StoreFileTest, SaysSoWhenItCannotBeWritten)
{
    ASSERT_TRUE(Store::open(m_path));
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_read);
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0555));
    const bool isRoot = geteuid() == 0; // to whom permissions say nothing
    if (isRoot) {
        ASSERT_EQ(seteuid(65534), 0);
    }
    const auto error = errorOfOpening(m_path);
    const auto missing = errorOfOpening(m_folder.file("new.db"));
    if (isRoot) {
        ASSERT_EQ(seteuid(0), 0);
    }
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms(0755));
    EXPECT_EQ(error.code, ErrorCode::Io) << error.message();
    EXPECT_THAT(error.message(), HasSubstr("check its permissions"));
    EXPECT_EQ(missing.code, ErrorCode::Io) << missing.message();
}

TEST_F(StoreFileTest, HasALogThatTakesNothingBack)
{
    ASSERT_TRUE(Store::open(m_path)->add(samples::emptyReading(), m_folder.path()));
    execute(m_path, "UPDATE log SET name = 'x'", false);
    execute(m_path, "DELETE FROM log", false);
}

TEST_F(StoreFileTest, IsMadeOnceByManyAtATime)
{
    std::vector<std::string> errors(8);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        threads.emplace_back([&, i] {
            auto store = Store::open(m_path);
            if (!store) {
                errors[i] = store.error().message();
                return;
            }
            auto reading = samples::emptyReading();
            reading.id = Uid("2.25.60" + std::to_string(i));
            reading.reader.name = "Reader^" + std::to_string(i);
            if (auto added = store->add(reading, m_folder.path()); !added)
                errors[i] = added.error().message();
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_THAT(errors, testing::Each(""));
    EXPECT_EQ(Store::open(m_path)->list()->size(), errors.size());
}

} // namespace grading
