#include "grading/scoring/Grade.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(GradeScale, isZeroToThree)
{
    EXPECT_FALSE(Grade::from(-1));
    EXPECT_FALSE(Grade::from(4));
    for (int digit = 0; digit <= 3; ++digit)
        EXPECT_EQ(Grade::from(digit)->digit(), digit);
}

TEST(GradeScale, namesItsSeverity)
{
    EXPECT_EQ(Grade::from(0)->name(), "Grade 0 (no narrowing)");
    EXPECT_EQ(Grade::from(1)->name(), "Grade 1 (mild)");
    EXPECT_EQ(Grade::from(2)->name(), "Grade 2 (moderate)");
    EXPECT_EQ(Grade::from(3)->name(), "Grade 3 (severe)");
}

TEST(GradeScale, isOrdered)
{
    EXPECT_LT(*Grade::from(1), *Grade::from(2));
}

TEST(RsnaLabel, joinsNormalAndMild)
{
    EXPECT_EQ(rsnaLabel(*Grade::from(0)), "Normal/Mild");
    EXPECT_EQ(rsnaLabel(*Grade::from(1)), "Normal/Mild");
    EXPECT_EQ(rsnaLabel(*Grade::from(2)), "Moderate");
    EXPECT_EQ(rsnaLabel(*Grade::from(3)), "Severe");
}

TEST(RsnaLabel, neverBecomesGradeZeroOrOne)
{
    EXPECT_FALSE(gradeFromRsnaLabel("Normal/Mild"));
    EXPECT_FALSE(gradeFromRsnaLabel("Normal"));
    EXPECT_EQ(gradeFromRsnaLabel("Moderate"), Grade::from(2));
    EXPECT_EQ(gradeFromRsnaLabel("Severe"), Grade::from(3));
}

} // namespace
} // namespace grading
