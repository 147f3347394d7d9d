#include "RatingsBuilder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <set>

namespace grading {
namespace {

using Json = nlohmann::json;
using test::ratingsFromCounts;
using test::ratingsFromDigits;
using test::ratingsFromRows;
using test::statisticsOf;
using Table = std::vector<std::vector<double>>;

/// data/published-examples.json: ratings out of the literature with the answers as their sources print them. Every
/// answer has to be asked for by name; the last test of the suite counts.
class PublishedExamples : public testing::Test {
protected:
    static void SetUpTestSuite() { s_examples = Json::parse(std::ifstream(PUBLISHED_EXAMPLES)); }

    static const Json& at(const std::string& pointer) { return s_examples.at(Json::json_pointer(pointer)); }

    /// The value is what the source prints with that many decimals.
    static void expect(const std::string& pointer, const Statistic& statistic, int decimals)
    {
        ASSERT_TRUE(statistic.value) << pointer << ": " << statistic.reason;
        EXPECT_NEAR(*statistic.value, at(pointer).get<double>(), 0.5000001 * std::pow(10, -decimals)) << pointer;
        s_checked.insert(pointer);
    }

    static Json s_examples;
    static std::set<std::string> s_checked;
};

Json PublishedExamples::s_examples;
std::set<std::string> PublishedExamples::s_checked;

AgreementStatistics withOwnWeights(const Ratings& ratings, Table weights)
{
    return agreement(ratings, {.weights = AgreementWeights::Own, .ownWeights = std::move(weights)}).value();
}

/// Weights of agreement out of what each disagreement costs.
Table fromDisagreement(Table cost)
{
    double most = 0;
    for (const auto& row : cost)
        most = std::max(most, *std::max_element(row.begin(), row.end()));
    for (auto& row : cost) {
        for (auto& value : row)
            value = 1 - value / most;
    }
    return cost;
}

TEST_F(PublishedExamples, krippendorffsDataCAsIrrCacPrintsIt)
{
    const std::string data = "/krippendorff_C_cac.raw4raters";
    std::vector<std::vector<int>> rows;
    for (const auto& subject : at(data + "/rows_subjects")) {
        auto& row = rows.emplace_back();
        for (const auto& rating : subject)
            row.push_back(rating.is_null() ? -1 : rating.get<int>() - 1);
    }
    const auto ratings = ratingsFromRows({1, 2, 3, 4, 5}, rows);
    const auto check = [&](const std::string& name, AgreementWeights weights, const char* gwet) {
        const auto statistics = statisticsOf(ratings, weights);
        expect(data + name + "/pa", statistics.weightedPercent, 8);
        expect(data + name + gwet, statistics.gwet, 5);
        expect(data + name + "/fleiss", statistics.fleiss, 5);
        expect(data + name + "/conger", statistics.conger, 5);
        expect(data + name + "/BP", statistics.brennanPrediger, 5);
        return statistics;
    };
    expect(data + "/linear/alpha", check("/linear", AgreementWeights::Linear, "/AC2").alphaWeighted, 5);
    expect(data + "/quadratic/alpha", check("/quadratic", AgreementWeights::Quadratic, "/AC2").alphaWeighted, 5);
    const auto plain = check("/unweighted", AgreementWeights::None, "/AC1");
    EXPECT_EQ(plain.percent.value, plain.weightedPercent.value);
    expect(data + "/alpha/nominal", plain.alphaNominal, 12);
    expect(data + "/alpha/ordinal", plain.alphaOrdinal, 12);
    expect(data + "/alpha/interval", plain.alphaInterval, 12);
    expect(data + "/alpha/ratio", plain.alphaRatio, 12);
}

TEST_F(PublishedExamples, fleissDiagnosesOf1971)
{
    auto raters = at("/irr_diagnoses/raters").get<std::vector<std::string>>();
    const auto statistics = statisticsOf(ratingsFromDigits({1, 2, 3, 4, 5}, raters), AgreementWeights::None);
    expect("/irr_diagnoses/fleiss", statistics.fleiss, 10);
    for (std::size_t category = 0; category < 5; ++category)
        expect("/irr_diagnoses/fleiss_category/" + std::to_string(category), statistics.fleissByCategory[category], 3);
    expect("/irr_diagnoses/conger_exact", statistics.conger, 10);
    expect("/irr_diagnoses/light", statistics.light, 10);
    expect("/irr_diagnoses/cohen_r1r2", statistics.pairs[0].kappa, 10);
    expect("/irr_diagnoses/cohen_r2r3", statistics.pairs[5].kappa, 10);
    raters.resize(4);
    expect("/irr_diagnoses/fleiss_raters1to4",
           statisticsOf(ratingsFromDigits({1, 2, 3, 4, 5}, raters), AgreementWeights::None).fleiss, 10);
}

TEST_F(PublishedExamples, anxietyKeepsTheCategoryThatNobodyUsed)
{
    const auto raters = at("/irr_anxiety/raters").get<std::vector<std::string>>();
    const auto ratings = ratingsFromDigits({1, 2, 3, 4, 5, 6}, raters);
    const auto linear = statisticsOf(ratings, AgreementWeights::Linear);
    const auto quadratic = statisticsOf(ratings, AgreementWeights::Quadratic);
    expect("/irr_anxiety/kappa_r1r2/unw", linear.pairs[0].kappa, 10);
    expect("/irr_anxiety/kappa_r1r2/linear", linear.pairs[0].weighted, 10);
    expect("/irr_anxiety/kappa_r1r2/quadratic", quadratic.pairs[0].weighted, 10);
    expect("/irr_anxiety/kappa_r2r3_full_1to6/linear", linear.pairs[2].weighted, 8);
    expect("/irr_anxiety/kappa_r2r3_full_1to6/quadratic", quadratic.pairs[2].weighted, 8);

    constexpr std::array<double, 6> costs{0, 1, 2, 4, 7, 11}; // by how many categories apart
    Table cost(6, std::vector<double>(6));
    for (std::size_t i = 0; i < 6; ++i) {
        for (std::size_t j = 0; j < 6; ++j)
            cost[i][j] = costs[i > j ? i - j : j - i];
    }
    expect("/irr_anxiety/kappa_r1r2/vector_0_1_2_4_7_11",
           withOwnWeights(ratings, fromDisagreement(cost)).pairs[0].weighted, 10);
}

/// R's irr closes the ranks when a category isn't used, so 6 becomes 5. That is another scale, hence other numbers.
TEST_F(PublishedExamples, anxietyOnTheScaleThatIrrMakesOfIt)
{
    auto raters = at("/irr_anxiety/raters").get<std::vector<std::string>>();
    raters.erase(raters.begin());
    for (auto& digits : raters) {
        ASSERT_EQ(digits.find('5'), std::string::npos);
        std::replace(digits.begin(), digits.end(), '6', '5');
    }
    const auto ratings = ratingsFromDigits({1, 2, 3, 4, 5}, raters);
    const auto linear = statisticsOf(ratings, AgreementWeights::Linear).pairs[0];
    expect("/irr_anxiety/kappa_r2r3_irr_drops_5/unw", linear.kappa, 9);
    expect("/irr_anxiety/kappa_r2r3_irr_drops_5/linear", linear.weighted, 10);
    expect("/irr_anxiety/kappa_r2r3_irr_drops_5/quadratic",
           statisticsOf(ratings, AgreementWeights::Quadratic).pairs[0].weighted, 10);
}

TEST_F(PublishedExamples, cohensDisagreementWeightsOf1968)
{
    std::vector<std::vector<int>> counts;
    for (const auto& row : at("/cohen_1968/p")) {
        auto& line = counts.emplace_back();
        for (const double share : row)
            line.push_back(static_cast<int>(std::lround(100 * share)));
    }
    const auto pair = withOwnWeights(ratingsFromCounts({0, 1, 2}, counts),
                                     fromDisagreement(at("/cohen_1968/disagreement").get<Table>()))
                          .pairs[0];
    expect("/cohen_1968/kappa", pair.kappa, 8);
    expect("/cohen_1968/kw", pair.weighted, 8);
}

TEST_F(PublishedExamples, fleissCohenAndEverittsStandardErrors)
{
    const std::string data = "/fleiss_cohen_everitt_1969";
    const auto pair = withOwnWeights(ratingsFromCounts({0, 1, 2}, at(data + "/n").get<std::vector<std::vector<int>>>()),
                                     at(data + "/agreement").get<Table>())
                          .pairs[0];
    expect(data + "/kappa", pair.kappa, 8);
    expect(data + "/kw", pair.weighted, 8);
    expect(data + "/ase/0", pair.kappaError, 9);
    expect(data + "/ase/1", pair.weightedError, 9);
}

TEST_F(PublishedExamples, sasFreqTable)
{
    const auto counts = at("/sas/n").get<std::vector<std::vector<int>>>();
    const auto ratings = ratingsFromCounts({0, 1, 2}, counts);
    const auto linear = statisticsOf(ratings, AgreementWeights::Linear).pairs[0];
    expect("/sas/kappa", linear.kappa, 7);
    expect("/sas/ase", linear.kappaError, 8);
    expect("/sas/linear", linear.weighted, 8);
    expect("/sas/ase_linear", linear.weightedError, 8);
    expect("/sas/quadratic", statisticsOf(ratings, AgreementWeights::Quadratic).pairs[0].weighted, 8);
    EXPECT_EQ(linear.confusion, counts);
}

TEST_F(PublishedExamples, fleissFourteenRatersFromCounts)
{
    std::vector<std::vector<int>> rows;
    for (const auto& row : at("/fleiss_wikipedia/counts").get<std::vector<std::vector<int>>>()) {
        auto& ratings = rows.emplace_back();
        for (std::size_t category = 0; category < row.size(); ++category)
            ratings.insert(ratings.end(), static_cast<std::size_t>(row[category]), static_cast<int>(category));
    }
    expect("/fleiss_wikipedia/kappa",
           statisticsOf(ratingsFromRows({1, 2, 3, 4, 5}, rows), AgreementWeights::None).fleiss, 7);
}

/// Shrout & Fleiss 1979, table 2: six targets, four judges; ICC(2,1) = 0.29, ICC(3,1) = 0.71.
TEST_F(PublishedExamples, shroutAndFleissIntraclassCorrelations)
{
    const std::vector<std::vector<int>> scores{{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                               {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
    const auto statistics =
        statisticsOf(ratingsFromRows({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, scores), AgreementWeights::None);
    EXPECT_NEAR(*statistics.iccAgreement.value, 0.2898, 1e-4);
    EXPECT_NEAR(*statistics.iccConsistency.value, 0.7148, 1e-4);
}

TEST_F(PublishedExamples, everyPrintedValueWasAskedFor)
{
    const std::set<std::string> inputs{"rows_subjects", "raters", "p", "disagreement", "n", "agreement", "counts"};
    if (s_checked.empty())
        GTEST_SKIP() << "runs after the others in one process: unit_agreement --gtest_filter=PublishedExamples.*";
    std::size_t values = 0;
    const Json flat = s_examples.flatten();
    for (const auto& [pointer, value] : flat.items()) {
        const auto second = pointer.find('/', 1) + 1;
        if (!value.is_number() || inputs.contains(pointer.substr(second, pointer.find('/', second) - second)))
            continue;
        ++values;
        EXPECT_TRUE(s_checked.contains(pointer)) << pointer << " was never compared";
    }
    EXPECT_EQ(values, 53U);
    EXPECT_EQ(s_checked.size(), values);
}

} // namespace
} // namespace grading
