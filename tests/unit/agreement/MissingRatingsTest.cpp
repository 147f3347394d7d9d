#include "RatingsBuilder.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using test::ratingsFromRows;
using test::statisticsOf;

TEST(Agreement, oneCategoryLeavesKappaUndefinedAndGwetAtOne)
{
    const auto statistics =
        statisticsOf(ratingsFromRows({0, 1, 2, 3}, {{2, 2}, {2, 2}, {2, 2}}), AgreementWeights::Quadratic);
    EXPECT_FALSE(statistics.pairs[0].kappa.value.has_value());
    EXPECT_FALSE(statistics.pairs[0].kappa.reason.empty());
    EXPECT_FALSE(statistics.fleiss.value.has_value());
    EXPECT_FALSE(statistics.alphaOrdinal.value.has_value());
    EXPECT_FALSE(statistics.iccAgreement.value.has_value());
    EXPECT_DOUBLE_EQ(*statistics.gwet.value, 1);
    EXPECT_DOUBLE_EQ(*statistics.percent.value, 1);
}

TEST(Agreement, readersWithoutASharedItemHaveNoKappaAndTheReasonNamesIt)
{
    const auto statistics =
        statisticsOf(ratingsFromRows({0, 1}, {{0, -1, 0}, {-1, 1, 1}, {1, -1, 0}, {-1, 0, 1}}), AgreementWeights::None);
    EXPECT_FALSE(statistics.pairs[0].kappa.value.has_value());
    EXPECT_EQ(statistics.pairs[0].kappa.reason, "the two readers share no item");
    EXPECT_EQ(statistics.light.reason, "R1 and R2: the two readers share no item");
    EXPECT_TRUE(statistics.fleiss.value.has_value());
}

TEST(Agreement, nothingComparableGivesReasonsNotNumbers)
{
    const auto statistics = statisticsOf(ratingsFromRows({0, 1}, {{0, -1}, {-1, 1}}), AgreementWeights::None);
    for (const auto& statistic :
         {statistics.percent, statistics.fleiss, statistics.conger, statistics.gwet, statistics.alphaNominal}) {
        EXPECT_FALSE(statistic.value.has_value());
        EXPECT_EQ(statistic.reason, "no item has two ratings");
    }
}

TEST(Agreement, oneReaderIsRefused)
{
    EXPECT_EQ(agreement(ratingsFromRows({0, 1}, {{0}, {1}}), {}).error().code, ErrorCode::InvalidArgument);
}

TEST(Agreement, fullAgreementIsOneWhateverTheWeights)
{
    for (const auto weights : {AgreementWeights::None, AgreementWeights::Linear, AgreementWeights::Quadratic}) {
        const auto statistics =
            statisticsOf(ratingsFromRows({0, 1, 2, 3}, {{0, 0, 0}, {1, 1, 1}, {3, 3, 3}, {2, 2, 2}}), weights);
        EXPECT_DOUBLE_EQ(*statistics.fleiss.value, 1);
        EXPECT_DOUBLE_EQ(*statistics.conger.value, 1);
        EXPECT_DOUBLE_EQ(*statistics.light.value, 1);
        EXPECT_DOUBLE_EQ(*statistics.iccAgreement.value, 1);
        EXPECT_DOUBLE_EQ(*statistics.alphaOrdinal.value, 1);
    }
}

} // namespace
} // namespace grading
