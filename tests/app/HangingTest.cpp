#include "SyntheticStudy.h"

#include "models/Hanging.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace foragrade {
namespace {

using test::SyntheticStudy;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Hanging, SagittalT1ThenT2ThenAxial)
{
    EXPECT_THAT(hang(SyntheticStudy::make().catalogue.studies[0]),
                ElementsAre(test::sagittalT1, test::sagittalT2, test::axialUpper));
}

TEST(Hanging, AStudyWithOnlyT2LeavesNoHole)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    study.series.erase(study.series.begin());
    study.series.pop_back();
    EXPECT_THAT(hang(study), ElementsAre(test::sagittalT2));
}

TEST(Hanging, ALocalizerHangsOnlyAlone)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    study.series[0].stacks[0].role.isLocalizer = true;
    EXPECT_THAT(hang(study), ElementsAre(test::sagittalT2, test::axialUpper));
    study.series.resize(1);
    EXPECT_THAT(hang(study), ElementsAre(test::sagittalT1));
}

TEST(Hanging, NothingOfAnEmptyStudy)
{
    EXPECT_THAT(hang(grading::Study{}), IsEmpty());
}

} // namespace
} // namespace foragrade
