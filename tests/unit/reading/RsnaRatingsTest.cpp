#include "grading/reading/RsnaRatings.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

using testing::HasSubstr;

const Foramen l4Left = *Foramen::parse("L4-L5:L");
const Foramen l4Right = *Foramen::parse("L4-L5:R");
const Foramen l5Right = *Foramen::parse("L5-S1:R");

const std::string table = "study_id,spinal_canal_stenosis_l1_l2,left_neural_foraminal_narrowing_l4_l5,"
                          "right_neural_foraminal_narrowing_l4_l5,right_neural_foraminal_narrowing_l5_s1\n"
                          "4003253,Severe,Normal/Mild,Moderate,Severe\n"
                          "4646740,,,Normal/Mild,\n";

TEST(RsnaRatings, AreReadByStudyAndForamenWhateverElseTheTableHas)
{
    const auto rows = readRsnaRatings(table, "train.csv");
    ASSERT_TRUE(rows) << rows.error().message();
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).study, "4003253");
    EXPECT_EQ(rows->at(0).labels,
              (std::map<Foramen, std::string>{{l4Left, "Normal/Mild"}, {l4Right, "Moderate"}, {l5Right, "Severe"}}));
    EXPECT_EQ(rows->at(1).labels.size(), 1U);
}

TEST(RsnaRatings, NormalMildStaysAClassAndNeverBecomesAGrade)
{
    const auto rows = readRsnaRatings(table, "train.csv");
    const auto reading = takeRsnaRatings(rows->at(0)).apply(Reading());
    ASSERT_TRUE(reading) << reading.error().message();
    EXPECT_EQ(reading->foramina.at(l4Left).grade, std::nullopt);
    EXPECT_EQ(reading->foramina.at(l4Left).comment, "RSNA 2024 label: Normal/Mild");
    EXPECT_EQ(reading->foramina.at(l4Right).grade, Grade::from(2));
    EXPECT_EQ(reading->foramina.at(l5Right).grade, Grade::from(3));
}

TEST(RsnaRatings, LeaveAGradeThatIsThere)
{
    Reading reading;
    reading.foramina[l4Right].grade = Grade::from(1);
    reading.foramina[l5Right].notGradable = "Metal";
    const auto changed = takeRsnaRatings(readRsnaRatings(table, "train.csv")->at(0)).apply(reading);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->foramina.at(l4Right).grade, Grade::from(1));
    EXPECT_EQ(changed->foramina.at(l4Right).comment, "RSNA 2024 label: Moderate");
    EXPECT_EQ(changed->foramina.at(l5Right).grade, std::nullopt);
}

TEST(RsnaRatings, AnotherLabelOrTableIsRefusedByLineAndValue)
{
    const auto label =
        readRsnaRatings("study_id,left_neural_foraminal_narrowing_l4_l5\n1,Severe\n2,Terrible\n", "a.csv");
    ASSERT_FALSE(label);
    EXPECT_THAT(label.error().message(), HasSubstr("a.csv, line 3"));
    EXPECT_THAT(label.error().message(), HasSubstr("Terrible"));
    EXPECT_FALSE(readRsnaRatings("patient,grade\n1,2\n", "a.csv"));
    EXPECT_FALSE(readRsnaRatings("", "a.csv"));
    EXPECT_FALSE(readRsnaRatings("study_id,left_neural_foraminal_narrowing_l4_l5\n,Severe\n", "a.csv"));
}

} // namespace
} // namespace grading
