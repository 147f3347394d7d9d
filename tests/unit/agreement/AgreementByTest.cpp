#include "grading/agreement/Agreement.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

/// Readers a and b agree on every right side and never on a left one; c always says 1.
Ratings sidesApart()
{
    std::string csv = "patient,item,reader,rating\n";
    for (int patient = 0; patient < 4; ++patient) {
        for (const char* level : {"L5-S1", "L4-L5"}) {
            const std::string start = std::to_string(patient) + "," + level;
            const std::string grade = std::to_string(patient % 4);
            csv += start + ":R,a," + grade + "\n" + start + ":R,b," + grade + "\n" + start + ":R,c,1\n";
            csv += start + ":L,a," + grade + "\n" + start + ":L,b," + std::to_string((patient + 1) % 4) + "\n" + start +
                   ":L,c,1\n";
        }
    }
    return ratingsFromCsv(csv, "t.csv").value();
}

TEST(AgreementBy, sidesAreTakenApartRightFirst)
{
    const auto groups = agreementBy(sidesApart(), {.bySide = true}, {}).value();
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_EQ(groups[0].side, "right");
    EXPECT_FALSE(groups[0].level.has_value());
    EXPECT_DOUBLE_EQ(*groups[0].statistics.pairs[0].kappa.value, 1);
    EXPECT_LT(*groups[1].statistics.pairs[0].kappa.value, 0);
    EXPECT_EQ(groups[0].statistics.items, 8);
}

TEST(AgreementBy, levelsComeFromTheHeadAndPairsHaveTwoReaders)
{
    const auto groups = agreementBy(sidesApart(), {.byLevel = true, .byPair = true}, {}).value();
    ASSERT_EQ(groups.size(), 6u);
    EXPECT_EQ(groups[0].level, "L4-L5");
    EXPECT_EQ(groups[3].level, "L5-S1");
    EXPECT_EQ(groups[1].pair, (std::pair<std::string, std::string>("a", "c")));
    EXPECT_EQ(groups[1].statistics.readers.size(), 2u);
    EXPECT_EQ(groups[1].statistics.pairs.size(), 1u);
}

} // namespace
} // namespace grading
