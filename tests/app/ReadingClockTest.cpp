#include "study/ReadingClock.h"

#include <gtest/gtest.h>

namespace foragrade {
namespace {

using namespace std::chrono_literals;
using grading::Foramen;

const Foramen l4r = *Foramen::parse("L4-L5:R");
const Foramen l5r = *Foramen::parse("L5-S1:R");

TEST(ReadingClock, CountsForTheForamenThatIsRead)
{
    ReadingClock clock;
    const ReadingClock::Clock::time_point start{};
    clock.turnTo(l4r, 0ms, start);
    clock.noteActivity(start + 3s);
    clock.turnTo(l5r, 0ms, start + 5s);
    EXPECT_EQ(clock.spentOn(l4r, start + 9s), 5s);
    EXPECT_EQ(clock.spentOn(l5r, start + 9s), 4s);
}

TEST(ReadingClock, GoesOnFromEarlierSittings)
{
    ReadingClock clock;
    clock.turnTo(l4r, 40s, {});
    EXPECT_EQ(clock.spentOn(l4r, ReadingClock::Clock::time_point{} + 2s), 42s);
}

TEST(ReadingClock, CountsALongPauseForHalfAMinute)
{
    ReadingClock clock;
    const ReadingClock::Clock::time_point start{};
    clock.turnTo(l4r, 0ms, start);
    EXPECT_EQ(clock.spentOn(l4r, start + 1h), 30s);
    clock.noteActivity(start + 1h);
    EXPECT_EQ(clock.spentOn(l4r, start + 1h + 1s), 31s);
}

TEST(ReadingClock, StandsStillWhileTheWindowIsLeft)
{
    ReadingClock clock;
    const ReadingClock::Clock::time_point start{};
    clock.turnTo(l4r, 0ms, start);
    clock.stop(start + 1s);
    EXPECT_EQ(clock.spentOn(l4r, start + 20s), 1s);
    clock.noteActivity(start + 20s);
    EXPECT_EQ(clock.spentOn(l4r, start + 22s), 3s);
}

} // namespace
} // namespace foragrade
