#include "ReadingSamples.h"

#include "grading/reading/Command.h"
#include "grading/reading/LevelPlaces.h"
#include "grading/reading/ReadingJson.h"

#include "phantom/Spine.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using namespace commands;
using samples::emptyReading;

const Uid frame("1.2.3.9");

Level level(const char* name)
{
    return *Level::parse(name);
}

LevelPlace place(const char* name, PatientPoint point)
{
    return {level(name), point, frame};
}

PlacedLevel at(const std::vector<PlacedLevel>& levels, const char* name)
{
    for (const auto& each : levels) {
        if (each.level == level(name))
            return each;
    }
    ADD_FAILURE() << name << " isn't placed";
    return {};
}

Reading after(const Command& command, const Reading& before = emptyReading())
{
    return command.apply(before).value();
}

TEST(LevelsAlongSpine, FollowFromOneThatWasPointedAt)
{
    const auto levels = levelsAlongSpine({place("L5-S1", {2, 30, -90})}, {}, frame);
    EXPECT_TRUE(at(levels, "L5-S1").isPointedAt);
    EXPECT_EQ(at(levels, "L4-L5").point, (PatientPoint{2, 30, -55}));
    EXPECT_EQ(at(levels, "L1-L2").point, (PatientPoint{2, 30, 50}));
    EXPECT_FALSE(at(levels, "L1-L2").isPointedAt);
    EXPECT_DOUBLE_EQ(at(levels, "L1-L2").fromPointedAt.value, 140);
    EXPECT_EQ(levels.front().level, level("C2-C3"));
    EXPECT_EQ(levels.back().level, level("L5-S1"));
}

TEST(LevelsAlongSpine, ShareTheWayBetweenTwo)
{
    const auto levels = levelsAlongSpine({place("L5-S1", {0, 20, 0}), place("L3-L4", {0, 0, 80})}, {}, frame);
    EXPECT_EQ(at(levels, "L4-L5").point, (PatientPoint{0, 10, 40}));
}

TEST(LevelsAlongSpine, GoOnInTheSizeOfTheSpineWithASlantThatDiesOut)
{
    const auto levels = levelsAlongSpine({place("L5-S1", {0, 10.5, 0}), place("L4-L5", {0, 0, 36.75})}, {}, frame);
    const auto l3 = at(levels, "L3-L4").point;
    const auto l2 = at(levels, "L2-L3").point;
    EXPECT_NEAR(length(l3 - at(levels, "L4-L5").point), std::hypot(10.5, 36.75), 1e-9) << "as large as the one below";
    EXPECT_LT(l3.y, 0);
    EXPECT_LT(l3.y - l2.y, -l3.y) << "leans less";
    EXPECT_GT(at(levels, "T12-L1").point.y, -12);
}

TEST(LevelsAlongSpine, BelongToOneFrameOfReference)
{
    EXPECT_TRUE(levelsAlongSpine({place("L5-S1", {})}, {}, Uid("1.2.3.10")).empty());
    EXPECT_TRUE(levelsAlongSpine({}, {}, frame).empty());
}

TEST(LevelsAlongSpine, FindEveryLumbarDiscOfTheSampleSpineFromTwo)
{
    const auto spine = phantom::Spine::make({});
    const auto discOf = [&](const char* upper) {
        const auto p = spine.discs[spine.indexOf(upper)].frame.origin;
        return PatientPoint{p.x, p.y, p.z};
    };
    const auto levels =
        levelsAlongSpine({place("L5-S1", discOf("L5")), place("L3-L4", discOf("L3"))}, spine.numbering, frame);
    for (const char* name : {"L1-L2", "L2-L3", "L4-L5"}) {
        const auto disc = discOf(std::string(name).substr(0, 2).c_str());
        EXPECT_NEAR(at(levels, name).point.z, disc.z, 6) << name;
        EXPECT_EQ(nearestLevel(levels, disc)->level, level(name));
    }
}

TEST(ForamenBeside, LiesBehindAndAboveTheDiscOnItsSide)
{
    const auto levels = levelsAlongSpine({place("L4-L5", {3, 10, 0})}, {}, frame);
    EXPECT_EQ(foramenBeside(at(levels, "L4-L5"), Side::Left, 1), (PatientPoint{18, 30, 8}));
    EXPECT_EQ(foramenBeside(at(levels, "L4-L5"), Side::Right, 1), (PatientPoint{-16, 30, 8}));
    EXPECT_GT(foramenFromMidline(level("L5-S1")).value, foramenFromMidline(level("L4-L5")).value);
}

TEST(PlaceLevel, AddsThenMovesThenTakesBack)
{
    const auto once = after(placeLevel(place("L4-L5", {0, 0, 0})));
    ASSERT_EQ(once.levelPlaces.size(), 1U);
    const auto moved = after(placeLevel(place("L4-L5", {0, 0, 3})), once);
    ASSERT_EQ(moved.levelPlaces.size(), 1U);
    EXPECT_EQ(moved.levelPlaces[0].point.z, 3);
    EXPECT_EQ(after(unplaceLevel(level("L4-L5"), frame), moved), emptyReading());
}

TEST(PlaceLevel, KeepsTheOrderFromHeadToFeetAndTheNumbering)
{
    const auto one = after(placeLevel(place("L4-L5", {0, 0, 0})));
    EXPECT_EQ(placeLevel(place("L3-L4", {0, 0, -2})).apply(one).error().code, ErrorCode::Refused);
    EXPECT_EQ(placeLevel(place("L5-S1", {0, 0, 2})).apply(one).error().code, ErrorCode::Refused);
    EXPECT_TRUE(placeLevel({level("L3-L4"), {0, 0, -2}, Uid("1.2.3.10")}).apply(one)) << "another frame";
    EXPECT_EQ(placeLevel(place("L5-L6", {0, 0, -30})).apply(one).error().code, ErrorCode::InvalidArgument);
}

TEST(PlaceLevel, IsRenumberedWithTheRecords)
{
    const auto reading = after(placeLevel(place("L5-S1", {0, 0, -60})));
    SpineNumbering six;
    six.lumbar = 6;
    EXPECT_EQ(after(renumber(six, 1), reading).levelPlaces[0].level, level("L6-S1"));
    EXPECT_EQ(after(renumber(six, 0), reading).levelPlaces[0].level, level("L5-L6"));
    EXPECT_EQ(after(renumber({}, -1), reading).levelPlaces[0].level, level("L4-L5"));
    EXPECT_EQ(after(renumber({}, 1), after(renumber({}, -1), reading)), reading);
}

TEST(PlaceLevel, IsKeptInJson)
{
    auto reading = after(placeLevel(place("L5-S1", {1.5, -2, -60})));
    reading = after(placeLevel(place("L4-L5", {1.5, -2, -25})), reading);
    EXPECT_EQ(readingFromJson(toJson(reading)).value(), reading);
}

} // namespace
} // namespace grading
