#include "ReadingSamples.h"
#include "TestDatabase.h"

#include "grading/base/Files.h"
#include "grading/store/StoredSession.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

namespace grading {

using testing::ElementsAre;

namespace {

/// The store of version 1 that an earlier program left, in this database's dialect.
std::string firstStore()
{
    auto text = readFile(STORE_TEST_DATA "/store-1.sql").value();
    if (!test::TestDatabase::isPostgres)
        return text;
    text = std::regex_replace(text, std::regex("INTEGER PRIMARY KEY AUTOINCREMENT"), "BIGSERIAL PRIMARY KEY");
    text = std::regex_replace(text, std::regex("CREATE TRIGGER[^\n]*\n"), "");
    for (const std::string change : {"UPDATE", "DELETE"}) {
        const auto guard = "events_keep_" + change;
        text += "CREATE FUNCTION " + guard +
                "() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''the log is append-only''; END' LANGUAGE plpgsql;"
                "CREATE TRIGGER " +
                guard + " BEFORE " + change + " ON events FOR EACH ROW EXECUTE FUNCTION " + guard + "();";
    }
    return text;
}

} // namespace

TEST(StoreMigration, KeepsEveryReadingRevisionAndLogLineOfTheFirstVersion)
{
    const test::TestDatabase database;
    ASSERT_EQ(database.execute(firstStore()), "");
    auto store = Store::open(database.where(), Store::IfMissing::Fail);
    ASSERT_TRUE(store) << store.error().message();
    const auto expected = samples::emptyReading();
    const auto revisions = store->revisions(expected.study.uid, "Reader^One");
    ASSERT_TRUE(revisions) << revisions.error().message();
    ASSERT_EQ(revisions->size(), 2U);
    const auto l4r = samples::foramen("L4-L5:R");
    EXPECT_TRUE(revisions->front().isSigned());
    EXPECT_EQ(revisions->front().find(l4r)->grade, Grade::from(1));
    EXPECT_EQ(revisions->front().find(l4r)->gradedMarks()->labels.count(Structure::NerveRoot),
              samples::ring(0, 3).count());
    EXPECT_EQ(revisions->back().find(l4r)->grade, Grade::from(2));
    EXPECT_EQ(revisions->back().study, expected.study);
    EXPECT_EQ(store->load(expected.study.uid, "Reader^Zwei-Ünï")->find(samples::foramen("L3-L4:L"))->notGradable,
              "metal; 'quoted'");
    EXPECT_EQ(store->imagesOf(expected.study.uid), std::filesystem::path("/images/77"));

    std::vector<std::string> names;
    const auto events = store->events(expected.id).value();
    for (const auto& event : events)
        names.push_back(event.name);
    EXPECT_THAT(names, ElementsAre("New reading", "Brush nerve root, L4-L5 right", "Grade 1, L4-L5 right",
                                   "Grade 2, L5-S1 left", "Sign", "Revise", "Grade 2, L4-L5 right",
                                   "Taken over from store version 1", "Taken over from store version 1"));
    EXPECT_EQ(store->events(expected.id)->front().time, fromIso8601("2026-03-02T11:43:42.556Z"));
    EXPECT_TRUE(store->verify()->isWhole());
    EXPECT_EQ(store->verify()->head.number, 9 + 3 + 1);

    auto session = openSession(*store, expected.study.uid, "Reader^One");
    ASSERT_TRUE(session->apply(commands::setGrade(l4r, Grade::from(3))));
    EXPECT_TRUE(store->verify()->isWhole());
}

TEST(StoreMigration, LetsStudiesOfAStoreWithoutPeersMoveToAPacs)
{
    const test::TestDatabase database;
    const auto reading = samples::emptyReading();
    {
        auto store = Store::open(database.where()).value();
        ASSERT_TRUE(store.add(reading, StudyImages{"/images/77", "abc"}));
    }
    ASSERT_EQ(database.execute("ALTER TABLE studies DROP COLUMN images_peer"), "");
    ASSERT_EQ(database.execute("DELETE FROM foragrade_schema WHERE version = 3"), "");
    auto store = Store::open(database.where());
    ASSERT_TRUE(store) << store.error().message();
    EXPECT_TRUE(store->verify()->isWhole());
    EXPECT_EQ(store->studyImages(reading.study.uid), (StudyImages{"/images/77", "abc"}));

    auto other = reading;
    other.id = Uid::generate();
    other.reader.name = "Reader^Two";
    ASSERT_TRUE(store->add(other, StudyImages{{}, "abc", "hospital"}));
    EXPECT_EQ(store->studyImages(reading.study.uid), (StudyImages{{}, "abc", "hospital"}));
    EXPECT_TRUE(store->verify()->isWhole());
    ASSERT_EQ(database.execute("UPDATE studies SET images_peer = 'elsewhere'"), "");
    EXPECT_FALSE(store->verify()->isWhole());
}

TEST(StoreMigration, LeavesAStoreAsItWasWhenItFails)
{
    const test::TestDatabase database;
    ASSERT_EQ(database.execute(firstStore()), "");
    ASSERT_EQ(database.execute("CREATE TABLE log_head (x INTEGER)"), ""); // in the way of the new tables
    EXPECT_FALSE(Store::open(database.where()));
    ASSERT_EQ(database.execute("DROP TABLE log_head"), "");
    auto store = Store::open(database.where());
    ASSERT_TRUE(store) << store.error().message();
    EXPECT_EQ(store->list()->size(), 2U);
}

} // namespace grading
