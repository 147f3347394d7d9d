#include "grading/base/Workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <stdexcept>
#include <thread>

namespace grading {

TEST(Workers, EachThreadDoesTheWorkOnce)
{
    std::atomic<int> calls = 0;
    const auto count = [&](const std::stop_token&) -> Result<void> {
        ++calls;
        return {};
    };
    EXPECT_TRUE(onThreads(3, count));
    EXPECT_EQ(calls, 3);
    EXPECT_TRUE(onThreads(0, count));
    EXPECT_GE(calls, 4);
}

TEST(Workers, AnExceptionOfAnyThreadIsTheErrorAndStopsTheOthers)
{
    const auto caller = std::this_thread::get_id();
    for (const bool isOfCaller : {true, false}) {
        const auto done = onThreads(2, [&](const std::stop_token& failed) -> Result<void> {
            if ((std::this_thread::get_id() == caller) == isOfCaller)
                throw std::runtime_error("the disk fell off");
            while (!failed.stop_requested())
                std::this_thread::yield();
            return {};
        });
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().message(), "the disk fell off");
    }
}

TEST(Workers, MemoryThatRanOutIsSaidInWords)
{
    const auto done = onThreads(1, [](const std::stop_token&) -> Result<void> { throw std::bad_alloc(); });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message(), "memory: ran out; close other programs or do less at once");
    EXPECT_FALSE(caught([]() -> Result<int> { throw 7; }));
}

TEST(Workers, AFailureThatIsNoExceptionIsHandedOn)
{
    const auto done = onThreads(4, [](const std::stop_token&) -> Result<void> {
        return fail(ErrorCode::Cancelled, "export", "was cancelled");
    });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
}

} // namespace grading
