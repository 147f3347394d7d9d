#include "RandomReading.h"
#include "TestDatabase.h"

#include "grading/store/StoredSession.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace grading {

using namespace commands;
using samples::emptyReading;
using testing::ElementsAre;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");

class StoreTest : public testing::Test {
protected:
    Store open() const { return Store::open(m_database.where()).value(); }
    Result<Reading> load(const Store& store) const { return store.load(m_empty.study.uid, m_empty.reader.name); }

    test::TestDatabase m_database;
    Reading m_empty = emptyReading();
};

} // namespace

TEST_F(StoreTest, GivesEveryReadingBackExactly)
{
    auto store = open();
    for (unsigned seed = 0; seed < 40; ++seed) {
        auto reading = samples::RandomReading(seed).reading();
        reading.id = Uid("2.25.5" + std::to_string(seed));
        reading.study.uid = Uid("2.25.8" + std::to_string(seed));
        ASSERT_TRUE(store.add(reading, m_database.folder().path()));
        EXPECT_EQ(store.load(reading.study.uid, reading.reader.name), reading) << seed;
        EXPECT_EQ(open().load(reading.study.uid, reading.reader.name), reading) << seed;
    }
}

TEST_F(StoreTest, HasEveryStepOfASessionAtOnce)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto session = openSession(store, m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(session);
    samples::RandomReading random(3);
    const auto other = open();
    for (int i = 0; i < 60; ++i) {
        const int kind = random.below(4);
        const auto done = kind == 0 && session->canUndo()   ? session->undo()
                          : kind == 1 && session->canRedo() ? session->redo()
                                                            : session->apply(random.command());
        ASSERT_TRUE(done) << done.error().message();
        ASSERT_EQ(load(other), session->reading());
    }
}

TEST_F(StoreTest, RefusesASecondReadingOfAStudyByTheSameReader)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto second = m_empty;
    second.id = Uid("2.25.1002");
    EXPECT_EQ(store.add(second, m_database.folder().path()).error().code, ErrorCode::Exists);
    second.reader.name = "Reader^Two";
    EXPECT_TRUE(store.add(second, m_database.folder().path()));
    EXPECT_EQ(store.list()->size(), 2U);
}

TEST_F(StoreTest, RefusesASaveOverAnothersChange)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto other = open();
    auto mine = openSession(store, m_empty.study.uid, m_empty.reader.name);
    auto theirs = openSession(other, m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(theirs->apply(setGrade(l4r, Grade::from(1))));
    const auto refused = mine->apply(setGrade(l4r, Grade::from(2)));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_EQ(mine->reading(), m_empty);
    EXPECT_EQ(load(store), theirs->reading());
    EXPECT_EQ(store.events(m_empty.id)->size(), 2U);
    EXPECT_EQ(mine->apply(setGrade(l4r, Grade::from(2))).error().code, ErrorCode::Conflict);
}

TEST_F(StoreTest, RefusesASaveOfWhatWasNeverAdded)
{
    auto store = open();
    auto after = m_empty;
    after.indication = "pain";
    EXPECT_EQ(store.save("Edit", m_empty, after).error().code, ErrorCode::NotFound);
    EXPECT_EQ(load(store).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.revisions(m_empty.study.uid, m_empty.reader.name).error().code, ErrorCode::NotFound);
    EXPECT_EQ(store.imagesOf(m_empty.study.uid).error().code, ErrorCode::NotFound);
}

TEST_F(StoreTest, KeepsASignedRevisionWhenItIsRevised)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto session = openSession(store, m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(session->apply(setGrade(l4r, Grade::from(1))));
    ASSERT_TRUE(session->apply(sign(fromIso8601("2026-03-02T10:00:00.000Z"))));
    const auto first = session->reading();
    ASSERT_TRUE(session->apply(revise()));
    ASSERT_TRUE(session->apply(setGrade(l4r, Grade::from(2))));
    const auto revisions = store.revisions(m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(revisions) << revisions.error().message();
    EXPECT_THAT(*revisions, ElementsAre(first, session->reading()));
    EXPECT_EQ(load(store), session->reading());
}

TEST_F(StoreTest, ListsTheNewestRevisionOfEachReading)
{
    auto store = open();
    EXPECT_TRUE(store.list()->empty());
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto session = openSession(store, m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(session->apply(setGrade(l4r, Grade::from(1))));
    ASSERT_TRUE(session->apply(setNotGradable(*Foramen::parse("L5-S1:L"), "metal")));
    ASSERT_TRUE(session->apply(sign(now())));
    ASSERT_TRUE(session->apply(revise()));
    const auto list = store.list();
    ASSERT_TRUE(list);
    ASSERT_EQ(list->size(), 1U);
    const auto& summary = list->front();
    EXPECT_EQ(summary.id, m_empty.id);
    EXPECT_EQ(summary.study, m_empty.study);
    EXPECT_EQ(summary.reader, m_empty.reader);
    EXPECT_EQ(summary.status, ReadingStatus::Draft);
    EXPECT_EQ(summary.revision, 2);
    EXPECT_EQ(summary.foraminaGraded, 1);
    EXPECT_LT(now() - summary.changed, std::chrono::hours(1));
}

TEST_F(StoreTest, LogsWhatChangedWithItsValueBeforeAndAfter)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path()));
    auto session = openSession(store, m_empty.study.uid, m_empty.reader.name);
    ASSERT_TRUE(session->apply(setGrade(l4r, Grade::from(1))));
    ASSERT_TRUE(session->apply(setGrade(l4r, Grade::from(2))));
    ASSERT_TRUE(session->undo());
    const auto events = store.events(m_empty.id).value();
    std::vector<std::string> names;
    for (const auto& event : events) {
        names.push_back(event.name);
        EXPECT_EQ(event.actor, "Reader^One");
    }
    EXPECT_THAT(names, ElementsAre("New reading", "Grade 1, L4-L5 right", "Grade 2, L4-L5 right",
                                   "Undo: Grade 2, L4-L5 right"));
    EXPECT_LT(events[1].number, events[2].number);
    EXPECT_EQ(nlohmann::json::parse(events[2].change),
              nlohmann::json::parse(R"({"before": {"foramina": {"L4-L5:R": {"grade": 1}}},
                                        "after": {"foramina": {"L4-L5:R": {"grade": 2}}}})"));
}

TEST_F(StoreTest, RemembersTheFolderOfTheImages)
{
    auto store = open();
    ASSERT_TRUE(store.add(m_empty, m_database.folder().path() / "images"));
    EXPECT_EQ(store.imagesOf(m_empty.study.uid), m_database.folder().path() / "images");
    auto second = m_empty;
    second.id = Uid("2.25.1002");
    second.reader.name = "Reader^Two";
    ASSERT_TRUE(store.add(second, m_database.folder().path() / "moved"));
    EXPECT_EQ(store.imagesOf(m_empty.study.uid), m_database.folder().path() / "moved");
}

} // namespace grading
