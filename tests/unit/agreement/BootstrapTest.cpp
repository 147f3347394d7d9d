#include "RatingsBuilder.h"

#include <gtest/gtest.h>

#include <stop_token>

namespace grading {
namespace {

Ratings manyPatients()
{
    std::vector<std::vector<int>> rows;
    for (int i = 0; i < 60; ++i)
        rows.push_back({i % 4, i % 5 == 0 ? (i + 1) % 4 : i % 4});
    return test::ratingsFromRows({0, 1, 2, 3}, rows);
}

TEST(Bootstrap, sameSeedGivesTheSameIntervalOnAnyNumberOfThreads)
{
    const auto one = agreement(manyPatients(), {.bootstraps = 300, .seed = 7, .jobs = 1}).value();
    const auto four = agreement(manyPatients(), {.bootstraps = 300, .seed = 7, .jobs = 4}).value();
    const auto other = agreement(manyPatients(), {.bootstraps = 300, .seed = 8, .jobs = 1}).value();
    EXPECT_EQ(one.pairs[0].interval->low, four.pairs[0].interval->low);
    EXPECT_EQ(one.gwetInterval->high, four.gwetInterval->high);
    EXPECT_NE(one.pairs[0].interval->low, other.pairs[0].interval->low);
}

TEST(Bootstrap, intervalHoldsTheValue)
{
    const auto statistics = agreement(manyPatients(), {.bootstraps = 500, .seed = 1}).value();
    EXPECT_LT(statistics.pairs[0].interval->low, *statistics.pairs[0].weighted.value);
    EXPECT_GT(statistics.pairs[0].interval->high, *statistics.pairs[0].weighted.value);
    EXPECT_LE(statistics.pairs[0].interval->high, 1);
}

TEST(Bootstrap, drawsPatientsNotItems)
{
    auto ratings = manyPatients();
    for (auto& item : ratings.items)
        item.patient = "the one patient";
    const auto statistics = agreement(ratings, {.bootstraps = 50, .seed = 1}).value();
    EXPECT_DOUBLE_EQ(statistics.pairs[0].interval->low, *statistics.pairs[0].weighted.value);
    EXPECT_DOUBLE_EQ(statistics.pairs[0].interval->high, *statistics.pairs[0].weighted.value);
}

TEST(Bootstrap, withoutItThereIsNoInterval)
{
    EXPECT_FALSE(agreement(manyPatients(), {}).value().pairs[0].interval.has_value());
}

TEST(Bootstrap, anExceptionInAThreadIsItsError)
{
    const Progress throwing{[](double, const std::string&) { throw std::bad_alloc(); }, {}};
    const auto stopped = agreement(manyPatients(), {.bootstraps = 100, .jobs = 2}, throwing);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().subject, "memory");
}

TEST(Bootstrap, canBeCancelled)
{
    std::stop_source source;
    source.request_stop();
    const auto cancelled = agreement(manyPatients(), {.bootstraps = 100}, {.report = {}, .stop = source.get_token()});
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace grading
