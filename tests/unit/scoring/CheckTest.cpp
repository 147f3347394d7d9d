#include "grading/scoring/Suggest.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

Suggestion admitting(std::vector<std::string> grades, const std::string& scheme = "document")
{
    return {scheme, "1", "", std::move(grades), {}, findScheme(scheme)->isReadersScale};
}

Agreement checked(int grade, const Suggestion& suggestion)
{
    return check(*Grade::from(grade), suggestion);
}

TEST(Check, theOnlyAdmissibleGradeAgrees)
{
    EXPECT_EQ(checked(1, admitting({"1"})), Agreement::Agrees);
}

TEST(Check, oneOfSeveralIsSoft)
{
    EXPECT_EQ(checked(1, admitting({"1", "2"})), Agreement::Soft);
    EXPECT_EQ(checked(2, admitting({"1", "2"})), Agreement::Soft);
}

TEST(Check, outsideTheSetIsHard)
{
    EXPECT_EQ(checked(0, admitting({"1", "2"})), Agreement::Hard);
    EXPECT_EQ(checked(3, admitting({"1", "2"})), Agreement::Hard);
    EXPECT_EQ(checked(2, admitting({"3"})), Agreement::Hard);
}

TEST(Check, aSchemeOfAnotherScaleContradictsNothing)
{
    for (int grade = 0; grade <= 3; ++grade) {
        EXPECT_EQ(checked(grade, admitting({"C14"}, "sartoretti-2021")), Agreement::Agrees);
        EXPECT_EQ(checked(grade, admitting({"3"}, "wildermuth-1998")), Agreement::Agrees);
    }
}

TEST(Check, leeSharesTheReadersScale)
{
    EXPECT_EQ(checked(2, admitting({"0", "1"}, "lee-2010")), Agreement::Hard);
}

} // namespace
} // namespace grading
