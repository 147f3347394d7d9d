#include "ReadingSamples.h"

#include "grading/agreement/Agreement.h"
#include "grading/agreement/ReadingAgreement.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

const auto right = samples::foramen("L4-L5:R");
const auto left = samples::foramen("L4-L5:L");

Reading by(const std::string& reader, std::map<Foramen, int> grades)
{
    Reading reading = samples::emptyReading();
    reading.reader.name = reader;
    for (const auto& [foramen, digit] : grades)
        reading.foramina[foramen].grade = Grade::from(digit);
    return reading;
}

TEST(RatingsFromReadings, anItemIsAForamenOfAStudyAndWhatIsNotGradedIsMissing)
{
    auto one = by("A", {{right, 2}, {left, 0}});
    auto two = by("B", {{right, 3}});
    two.foramina[left].notGradable = "artefact";
    auto other = by("A", {{right, 1}});
    other.study.uid = Uid("2.25.78");
    const auto ratings = ratingsFromReadings({one, two, other});
    EXPECT_EQ(ratings.readers, (std::vector<std::string>{"A", "B"}));
    ASSERT_EQ(ratings.items.size(), 3U);
    for (const auto& item : ratings.items)
        EXPECT_EQ(item.patient, "PH-1") << "two studies of one patient aren't independent";
    const auto& both = ratings.items[*ratings.items[0].foramen == right ? 0 : 1];
    EXPECT_EQ(both.categories, (std::vector<std::optional<int>>{2, 3}));
    EXPECT_EQ(ratings.items[2].categories, (std::vector<std::optional<int>>{1, std::nullopt}));
    EXPECT_EQ(*agreement(ratings, {}).value().percent.value, 0);
}

TEST(OverlapOfReadings, comparesWhatBothMarkedOnOneStack)
{
    auto one = samples::withRoot(by("A", {}), right, true);
    auto two = samples::withRoot(by("B", {}), right, false);
    const auto result = overlapOf({one, two});
    ASSERT_EQ(result.foramina.size(), 1U);
    const auto& overlap = result.foramina[0];
    EXPECT_EQ(overlap.foramen, right);
    EXPECT_EQ(overlap.first, "A");
    EXPECT_EQ(overlap.marks.nerveRoot->dice, 1);
    EXPECT_EQ(overlap.marks.nerveRoot->surface->hausdorff.value, 0);
    EXPECT_EQ(overlap.marks.perineuralFat->dice, 0) << "one of them marked none";
    EXPECT_FALSE(overlap.marks.perineuralFat->surface);
    EXPECT_FALSE(overlap.marks.foramen) << "nobody outlined it";
    two.study.uid = Uid("2.25.78");
    EXPECT_TRUE(overlapOf({one, two}).foramina.empty()) << "another study";
}

/// The foramen is the union: where one reader called a rim fat and the other outline, they agree on it.
TEST(OverlapOfReadings, theForamenIsTheUnionOfItsParts)
{
    const auto grid = samples::sagittalGrid();
    const LabelMap empty(grid.columns(), grid.rows(), grid.slices());
    const auto one = empty.painted(2, samples::ring(0, 9), Structure::ForamenOutline)
                         .painted(2, samples::ring(0, 8), Structure::PerineuralFat)
                         .painted(2, samples::ring(0, 5), Structure::NerveRoot);
    const auto two = empty.painted(2, samples::ring(0, 9), Structure::ForamenOutline)
                         .painted(2, samples::ring(0, 4), Structure::NerveRoot);
    const auto overlap = overlapOf(one, two, grid);
    EXPECT_EQ(overlap.foramen->dice, 1);
    EXPECT_LT(overlap.nerveRoot->dice, 1);
    EXPECT_NEAR(overlap.nerveRoot->surface->mean.value, 0.7, 0.2) << "one pixel of 0.7 mm";
}

TEST(OverlapOfReadings, readersWhoCountDifferentlyAreReported)
{
    auto one = by("A", {});
    auto two = by("B", {});
    two.numbering.lumbar = 6;
    const auto issues = overlapOf({one, two}).issues;
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, "numbered-differently");
}

} // namespace
} // namespace grading
