#include "RatingsBuilder.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using test::ratingsFromCounts;
using test::ratingsFromDigits;
using test::ratingsFromRows;
using test::statisticsOf;

constexpr double exact = 1e-5; // the sources print five to twelve digits

/// Krippendorff 2011, reliability data C; the coefficients as R's irrCAC 1.0 prints them for its cac.raw4raters.
Ratings dataC()
{
    return ratingsFromRows({1, 2, 3, 4, 5}, {{0, 0, -1, 0},
                                             {1, 1, 2, 1},
                                             {2, 2, 2, 2},
                                             {2, 2, 2, 2},
                                             {1, 1, 1, 1},
                                             {0, 1, 2, 3},
                                             {3, 3, 3, 3},
                                             {0, 0, 1, 0},
                                             {1, 1, 1, 1},
                                             {-1, 4, 4, 4},
                                             {-1, -1, 0, 0},
                                             {-1, -1, 2, -1}});
}

TEST(PublishedExamples, krippendorffsDataCHasHisAlphas)
{
    const auto statistics = statisticsOf(dataC(), AgreementWeights::None);
    EXPECT_NEAR(*statistics.alphaNominal.value, 0.743421052632, 1e-9);
    EXPECT_NEAR(*statistics.alphaOrdinal.value, 0.815387503755, 1e-9);
    EXPECT_NEAR(*statistics.alphaInterval.value, 0.849107142857, 1e-9);
}

struct Weighted {
    AgreementWeights weights;
    double gwet;
    double fleiss;
    double conger;
};

class DataCWeighted : public ::testing::TestWithParam<Weighted> {};

TEST_P(DataCWeighted, chanceCorrectedCoefficientsWithMissingRatings)
{
    const auto statistics = statisticsOf(dataC(), GetParam().weights);
    EXPECT_NEAR(*statistics.percent.value, 0.81818182, 1e-8);
    EXPECT_NEAR(*statistics.gwet.value, GetParam().gwet, exact);
    EXPECT_NEAR(*statistics.fleiss.value, GetParam().fleiss, exact);
    EXPECT_NEAR(*statistics.conger.value, GetParam().conger, exact);
}

INSTANTIATE_TEST_SUITE_P(IrrCac, DataCWeighted,
                         ::testing::Values(Weighted{AgreementWeights::None, 0.77544, 0.76117, 0.76282},
                                           Weighted{AgreementWeights::Linear, 0.85874, 0.81794, 0.81378},
                                           Weighted{AgreementWeights::Quadratic, 0.91400, 0.86494, 0.85771}));

TEST(PublishedExamples, fleissDiagnosesOf1971)
{
    const auto statistics = statisticsOf(
        ratingsFromDigits({1, 2, 3, 4, 5}, {"422521311511212311215221121215", "423521311542242311235421421235",
                                            "423523334544244311435444421435", "453543334544344341455454421435",
                                            "453543534544344351455454425435", "455543544544345552455454545435"}),
        AgreementWeights::None);
    EXPECT_NEAR(*statistics.fleiss.value, 0.4302445201, 1e-9);
    EXPECT_NEAR(*statistics.conger.value, 0.4418085403, 1e-9);
    EXPECT_NEAR(*statistics.light.value, 0.4594121444, 1e-9);
    EXPECT_NEAR(*statistics.pairs[0].kappa.value, 0.6511627907, 1e-9);
    EXPECT_NEAR(*statistics.pairs[5].kappa.value, 0.631147541, 1e-9); // readers 2 and 3
}

TEST(PublishedExamples, anxietyKeepsTheCategoryThatNobodyUsed)
{
    const auto ratings =
        ratingsFromDigits({1, 2, 3, 4, 5, 6}, {"33345523522615221243", "36462424332333221334", "21443216111233113322"});
    const auto linear = statisticsOf(ratings, AgreementWeights::Linear);
    const auto quadratic = statisticsOf(ratings, AgreementWeights::Quadratic);
    EXPECT_NEAR(*linear.pairs[0].kappa.value, 0.1194968553, 1e-9);
    EXPECT_NEAR(*linear.pairs[0].weighted.value, 0.1891891892, 1e-9);
    EXPECT_NEAR(*quadratic.pairs[0].weighted.value, 0.2967651195, 1e-9);
    EXPECT_NEAR(*linear.pairs[2].weighted.value, 0.12621359, 1e-8); // R's irr, which drops category 5, says 0.1459
    EXPECT_NEAR(*quadratic.pairs[2].weighted.value, 0.22979798, 1e-8);
}

TEST(PublishedExamples, sasFreqTable)
{
    const auto ratings = ratingsFromCounts({0, 1, 2}, {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}});
    const auto linear = statisticsOf(ratings, AgreementWeights::Linear);
    EXPECT_NEAR(*linear.pairs[0].kappa.value, 0.4841629, 1e-7);
    EXPECT_NEAR(*linear.pairs[0].weighted.value, 0.47011952, 1e-7);
    EXPECT_NEAR(*statisticsOf(ratings, AgreementWeights::Quadratic).pairs[0].weighted.value, 0.45016077, 1e-7);
    EXPECT_EQ(linear.pairs[0].confusion, (std::vector<std::vector<int>>{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}}));
}

TEST(PublishedExamples, fleissFourteenRatersFromCounts)
{
    const std::vector<std::vector<int>> counts{{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0},
                                               {2, 2, 8, 1, 1},  {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2},
                                               {6, 5, 2, 1, 0},  {0, 2, 2, 3, 7}};
    std::vector<std::vector<int>> rows;
    for (const auto& row : counts) {
        auto& ratings = rows.emplace_back();
        for (std::size_t category = 0; category < row.size(); ++category)
            ratings.insert(ratings.end(), static_cast<std::size_t>(row[category]), static_cast<int>(category));
    }
    EXPECT_NEAR(*statisticsOf(ratingsFromRows({1, 2, 3, 4, 5}, rows), AgreementWeights::None).fleiss.value, 0.2099307,
                1e-7);
}

/// Shrout & Fleiss 1979, table 2: six targets, four judges; ICC(2,1) = 0.29, ICC(3,1) = 0.71.
TEST(PublishedExamples, shroutAndFleissIntraclassCorrelations)
{
    const std::vector<std::vector<int>> scores{{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                               {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
    const auto statistics =
        statisticsOf(ratingsFromRows({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, scores), AgreementWeights::None);
    EXPECT_NEAR(*statistics.iccAgreement.value, 0.2898, 1e-4);
    EXPECT_NEAR(*statistics.iccConsistency.value, 0.7148, 1e-4);
}

} // namespace
} // namespace grading
