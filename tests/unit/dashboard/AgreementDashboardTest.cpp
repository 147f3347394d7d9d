#include "ProjectSamples.h"

#include "grading/base/Csv.h"
#include "grading/dashboard/AgreementDashboard.h"
#include "grading/dashboard/AgreementFigures.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace grading::test {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// Two readers of three studies with two foramina each; L4-L5 right is disagreed on once.
class Dashboard : public ProjectTest {
protected:
    void prepare()
    {
        m_protocol.readersPerStudy = 2;
        m_readers.pop_back();
        begin(3);
        const int first[3][2] = {{0, 1}, {1, 2}, {3, 3}};
        const int second[3][2] = {{0, 1}, {2, 2}, {3, 3}};
        for (int study = 1; study <= 3; ++study) {
            read(studyUid(study), "Reader^A", first[study - 1][0], first[study - 1][1]);
            read(studyUid(study), "Reader^B", second[study - 1][0], second[study - 1][1]);
        }
    }

    Result<AgreementDashboard> made() const
    {
        return agreementDashboard(as(m_manager), "Narrowing", {AgreementWeights::Quadratic, {}, 200, 1, 1});
    }
};

/// Every word on a drawing.
std::vector<std::string> wordsOn(const Drawing& drawing)
{
    std::vector<std::string> words;
    for (const auto& item : drawing.items) {
        if (const auto* text = std::get_if<Drawing::Text>(&item))
            words.push_back(text->text);
    }
    return words;
}

TEST_F(Dashboard, CountsEachPairOfGradesOnce)
{
    prepare();
    const auto dashboard = made();
    ASSERT_TRUE(dashboard) << dashboard.error().message();
    ASSERT_THAT(dashboard->all.pairs, SizeIs(1));
    EXPECT_THAT(dashboard->all.pairs[0].confusion, ElementsAre(ElementsAre(1, 0, 0, 0), ElementsAre(0, 1, 1, 0),
                                                               ElementsAre(0, 0, 1, 0), ElementsAre(0, 0, 0, 2)));
    EXPECT_NEAR(*dashboard->all.percent.value, 5.0 / 6, 1e-12);
}

TEST_F(Dashboard, HasARowForEachSiteAndTheTotalLast)
{
    prepare();
    const auto rows = forestRows(made().value());
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_EQ(rows[0].title, "L4-L5 right");
    EXPECT_EQ(rows[0].items, 3);
    EXPECT_EQ(rows[1].title, "L5-S1 left");
    EXPECT_DOUBLE_EQ(*rows[1].coefficient.value, 1);
    EXPECT_LT(*rows[0].coefficient.value, 1);
    EXPECT_TRUE(rows[2].isTotal);
    EXPECT_TRUE(rows[2].interval.has_value());
}

TEST_F(Dashboard, KeepsToFirstReadings)
{
    prepare();
    const auto before = statisticsCsv(made().value());
    auto store = as("Reader^B");
    auto session = openSession(store, studyUid(2), "Reader^B", {"Narrowing", 1}).value();
    for (const auto& step : {commands::revise(), commands::setGrade(l4r, Grade::from(1)), commands::sign(now())})
        ASSERT_TRUE(session.apply(step));
    EXPECT_EQ(statisticsCsv(made().value()), before);
}

TEST_F(Dashboard, IsNotForAReaderOfAnOpenProject)
{
    prepare();
    const auto refused = agreementDashboard(as("Reader^A"), "Narrowing", {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
}

TEST_F(Dashboard, SaysThatAgreementNeedsTwoReaders)
{
    begin(1);
    const auto refused = made();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(refused.error().message(), testing::HasSubstr("Narrowing"));
}

TEST_F(Dashboard, DrawsAndWritesWhatItCounted)
{
    prepare();
    const auto dashboard = made().value();
    const auto matrix = wordsOn(drawConfusion(dashboard.all.pairs[0], dashboard.scale));
    EXPECT_THAT(matrix, testing::IsSupersetOf({"Reader A", "Reader B"}));
    EXPECT_EQ(std::ranges::count(matrix, "1"), 4 + 2) << "four cells, and the scale on two edges";
    EXPECT_THAT(wordsOn(drawForest(forestRows(dashboard))), testing::IsSupersetOf({"L4-L5 right", "All foramina"}));
    EXPECT_THAT(wordsOn(drawDice(diceDistributions(dashboard))), testing::Contains("not marked by two"));
    const auto statistics = parseCsv(statisticsCsv(dashboard), "statistics").value();
    ASSERT_THAT(statistics, SizeIs(4));
    EXPECT_EQ(statistics[2].fields[0], "L4-L5");
    for (const auto& record : statistics)
        EXPECT_THAT(record.fields, SizeIs(statistics[0].fields.size()));
    EXPECT_THAT(parseCsv(confusionCsv(dashboard), "confusion").value(), SizeIs(1 + 16));
    EXPECT_THAT(parseCsv(diceCsv(dashboard), "dice").value(), SizeIs(1));
}

TEST(DiceDistribution, FillsTenthsAndFindsTheMedian)
{
    AgreementDashboard dashboard;
    for (const double dice : {0.05, 0.85, 0.95, 1.0}) {
        ForamenOverlap overlap;
        overlap.marks.nerveRoot = MaskOverlap{dice, {}};
        dashboard.marks.push_back(overlap);
    }
    const auto root = diceDistributions(dashboard)[0];
    EXPECT_THAT(root.tenths, ElementsAre(1, 0, 0, 0, 0, 0, 0, 0, 1, 2));
    EXPECT_NEAR(*root.median, 0.9, 1e-12);
    EXPECT_EQ(diceDistributions(dashboard)[1].count, 0);
}

} // namespace
} // namespace grading::test
