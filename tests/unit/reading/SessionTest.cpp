#include "RandomReading.h"

#include "grading/reading/Session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using samples::emptyReading;
using samples::foramen;
using testing::ElementsAre;

TEST(Session, UndoAndRedoGoThroughEveryStepExactly)
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        samples::RandomReading random(seed);
        Session session(emptyReading());
        std::vector<Reading> states{session.reading()};
        for (int i = 0; i < 100; ++i) {
            ASSERT_TRUE(session.apply(random.command()));
            if (session.historyPosition() == states.size())
                states.push_back(session.reading());
        }
        ASSERT_GT(states.size(), 50U);
        for (std::size_t i = states.size(); i-- > 1;) {
            ASSERT_EQ(session.reading(), states[i]);
            ASSERT_TRUE(session.undo());
        }
        EXPECT_EQ(session.reading(), emptyReading());
        EXPECT_FALSE(session.canUndo());
        for (std::size_t i = 1; i < states.size(); ++i) {
            ASSERT_TRUE(session.redo());
            ASSERT_EQ(session.reading(), states[i]);
        }
        EXPECT_FALSE(session.canRedo());
    }
}

TEST(Session, ACommandThatChangesNothingIsNoStep)
{
    Session session(emptyReading());
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), std::nullopt)));
    EXPECT_FALSE(session.canUndo());
    EXPECT_TRUE(session.history().empty());
}

TEST(Session, ANewStepForgetsWhatWasUndone)
{
    Session session(emptyReading());
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(1))));
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(2))));
    ASSERT_TRUE(session.undo());
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L5-S1:L"), Grade::from(0))));
    EXPECT_FALSE(session.canRedo());
    EXPECT_THAT(session.history(), ElementsAre("Grade 1, L4-L5 right", "Grade 0, L5-S1 left"));
}

TEST(Session, NamesWhatUndoAndRedoWouldDo)
{
    Session session(emptyReading());
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(2))));
    EXPECT_EQ(session.undoName(), "Grade 2, L4-L5 right");
    EXPECT_EQ(session.redoName(), "");
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(session.undoName(), "");
    EXPECT_EQ(session.redoName(), "Grade 2, L4-L5 right");
    EXPECT_EQ(session.historyPosition(), 0U);
}

TEST(Session, WhatTheJournalRefusesDoesNotHappen)
{
    bool accepts = true;
    Session session(emptyReading(), [&](const std::string&, const Reading&, const Reading&) -> Result<void> {
        if (!accepts)
            return fail(ErrorCode::Io, "disk", "is full");
        return {};
    });
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(2))));
    const auto before = session.reading();
    int notified = 0;
    const auto subscription = session.changed().subscribe([&] { ++notified; });
    accepts = false;
    EXPECT_EQ(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(3))).error().what, "is full");
    EXPECT_EQ(session.undo().error().what, "is full");
    EXPECT_EQ(session.reading(), before);
    EXPECT_THAT(session.history(), ElementsAre("Grade 2, L4-L5 right"));
    EXPECT_EQ(notified, 0);
}

TEST(Session, TheJournalSeesEachStepUndoAndRedoBeforeTheSubscribers)
{
    std::vector<std::string> seen;
    Session session(emptyReading(), [&](const std::string& name, const Reading& before, const Reading& after) {
        EXPECT_NE(before, after);
        seen.push_back(name);
        return Result<void>();
    });
    const auto subscription = session.changed().subscribe([&] { seen.emplace_back("changed"); });
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(2))));
    ASSERT_TRUE(session.undo());
    ASSERT_TRUE(session.redo());
    EXPECT_THAT(seen, ElementsAre("Grade 2, L4-L5 right", "changed", "Undo: Grade 2, L4-L5 right", "changed",
                                  "Redo: Grade 2, L4-L5 right", "changed"));
}

TEST(Session, SigningAndRevisingCannotBeUndone)
{
    Session session(emptyReading());
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(2))));
    ASSERT_TRUE(session.apply(commands::sign(now())));
    EXPECT_FALSE(session.canUndo());
    EXPECT_EQ(session.undo().error().code, ErrorCode::Refused);
    EXPECT_TRUE(session.reading().isSigned());
    ASSERT_TRUE(session.apply(commands::revise()));
    EXPECT_EQ(session.undo().error().code, ErrorCode::Refused);
    ASSERT_TRUE(session.apply(commands::setGrade(foramen("L4-L5:R"), Grade::from(1))));
    ASSERT_TRUE(session.undo());
    EXPECT_EQ(session.reading().find(foramen("L4-L5:R"))->grade, Grade::from(2));
}

} // namespace grading
