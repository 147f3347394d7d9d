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

TEST(Hanging, LayoutsTakeWhatTheyAreNamedFor)
{
    const auto study = SyntheticStudy::make().catalogue.studies[0];
    EXPECT_THAT(hang(study, Layout::One), ElementsAre(test::sagittalT1));
    EXPECT_THAT(hang(study, Layout::Two), ElementsAre(test::sagittalT2, test::axialUpper));
    EXPECT_THAT(hang(study, Layout::SagittalPair), ElementsAre(test::sagittalT1, test::sagittalT2));
    EXPECT_THAT(hang(study, Layout::T1AndAxial), ElementsAre(test::sagittalT1, test::axialUpper));
}

TEST(Hanging, FourTakeAFurtherSeriesAndNoOtherStackOfOneThatHangs)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    EXPECT_THAT(hang(study, Layout::Four), ElementsAre(test::sagittalT1, test::sagittalT2, test::axialUpper));
    auto further = study.series[1];
    further.stacks[0].id = "1.2.3.4#1";
    further.stacks[0].seriesUid = grading::Uid("1.2.3.4");
    study.series.push_back(further);
    EXPECT_THAT(hang(study, Layout::Four),
                ElementsAre(test::sagittalT1, test::sagittalT2, test::axialUpper, "1.2.3.4#1"));
}

TEST(Hanging, EveryLayoutOfAStudyWithOneStackHangsIt)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    study.series = {study.series[1]}; // a T2, or an isotropic volume, alone
    for (const auto layout : allLayouts)
        EXPECT_THAT(hang(study, layout), ElementsAre(test::sagittalT2)) << sourceTitleOf(layout);
}

TEST(Hanging, ARoleChosenForAPaneComesFirstWhereTheStudyHasIt)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    EXPECT_THAT(hang(study, Layout::SagittalPair, {"axial-T2"}), ElementsAre(test::axialUpper, test::sagittalT2));
    EXPECT_THAT(hang(study, Layout::SagittalPair, {"sagittal-STIR", "sagittal-T2"}),
                ElementsAre(test::sagittalT1, test::sagittalT2));
}

TEST(Hanging, IsRememberedForARegion)
{
    RememberedHanging{Layout::Four, {"sagittal-T2"}}.keep(grading::Region::Cervical);
    EXPECT_EQ(RememberedHanging::of(grading::Region::Cervical).layout, Layout::Four);
    EXPECT_EQ(RememberedHanging::of(grading::Region::Cervical).roles, QStringList{"sagittal-T2"});
    EXPECT_EQ(RememberedHanging::of(grading::Region::Thoracic).layout, Layout::ByRole);
}

/// The synthetic T2 alone, with cubes for voxels.
grading::Study isotropicT2()
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    study.series = {study.series[1]};
    study.series[0].stacks[0].geometry =
        *grading::VolumeGeometry::make({20, -60, 60}, {0, 1, 0}, {0, 0, -1}, {1}, {1}, {1}, 120, 120, 40);
    return study;
}

TEST(Hanging, AnIsotropicVolumeAloneHangsWithTheAxialPlaneCutFromIt)
{
    const auto study = isotropicT2();
    const std::string axial = std::string(test::sagittalT2) + "/axial";
    EXPECT_THAT(hang(study), ElementsAre(test::sagittalT2, axial));
    EXPECT_THAT(hang(study, Layout::Four),
                ElementsAre(test::sagittalT2, axial, std::string(test::sagittalT2) + "/coronal"));
    EXPECT_THAT(hang(study, Layout::One), ElementsAre(test::sagittalT2));
}

TEST(Hanging, NothingIsCutWhereTheStudyHasThePlane)
{
    auto study = SyntheticStudy::make().catalogue.studies[0];
    study.series[1] = isotropicT2().series[0];
    EXPECT_THAT(hang(study), ElementsAre(test::sagittalT1, test::sagittalT2, test::axialUpper));
}

TEST(Hanging, NothingOfAnEmptyStudy)
{
    EXPECT_THAT(hang(grading::Study{}), IsEmpty());
}

} // namespace
} // namespace foragrade
