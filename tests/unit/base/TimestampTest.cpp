#include "grading/base/Timestamp.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(Timestamp, isWrittenInUtcToTheMillisecondAndReadBack)
{
    const Timestamp time{std::chrono::milliseconds(1'772'442'904'250)};
    EXPECT_EQ(toIso8601(time), "2026-03-02T09:15:04.250Z");
    EXPECT_EQ(fromIso8601(toIso8601(time)), time);
}

TEST(Timestamp, textThatIsNoTimeGivesTheEpoch)
{
    EXPECT_EQ(fromIso8601("yesterday"), Timestamp{});
    EXPECT_EQ(fromIso8601("2026-02-30T00:00:00.000Z"), Timestamp{});
}

} // namespace
} // namespace grading
