#include "grading/base/Notifier.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(Notifier, callsSubscribersInOrderUntilTheyDropTheirSubscription)
{
    Notifier<int> notifier;
    std::vector<int> heard;
    auto first = notifier.subscribe([&](int value) { heard.push_back(value); });
    auto second = notifier.subscribe([&](int value) { heard.push_back(10 * value); });
    notifier.notify(1);
    first.reset();
    notifier.notify(2);
    EXPECT_EQ(heard, (std::vector<int>{1, 10, 20}));
}

TEST(Notifier, aSubscriberMayUnsubscribeAnotherWhileBeingNotified)
{
    Notifier<> notifier;
    int calls = 0;
    Notifier<>::Subscription second;
    auto first = notifier.subscribe([&] { second.reset(); });
    second = notifier.subscribe([&] { ++calls; });
    notifier.notify();
    EXPECT_EQ(calls, 0);
}

} // namespace
} // namespace grading
