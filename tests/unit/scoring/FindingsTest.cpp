#include "Measured.h"

#include "grading/scoring/Suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(FindingsFromMeasurements, takeEachSideOver)
{
    const FindingSet findings = findingsFrom(truth::measurementsOf({truth::sliceWith({1, 0, 0.5, 0.24})}));
    EXPECT_THAT(findings.sides,
                ElementsAre(SideState::Preserved, SideState::Lost, SideState::Preserved, SideState::Lost));
    EXPECT_EQ(findings.root, RootMorphology::Normal);
    EXPECT_TRUE(findings.notes.empty());
}

TEST(FindingsFromMeasurements, equivocalIsNotAssessableWithItsOwnReason)
{
    const auto measured = truth::measurementsOf({truth::sliceWith({1, 1, 0.3, 1})});
    EXPECT_EQ(findingsFrom(measured).side(AnatomicalDirection::Anterior), SideState::NotAssessable);
    const Suggestion suggestion = suggest(measured, documentScheme());
    EXPECT_THAT(suggestion.grades, ElementsAre("0", "1"));
    EXPECT_THAT(suggestion.reasons, Contains(HasSubstr("equivocal on the anterior side (30 % covered)")));
}

TEST(FindingsFromMeasurements, fatNotAnnotatedAdmitsZeroToTwo)
{
    SliceMeasurements slice = truth::sliceWith({0, 0, 0, 0});
    for (auto& side : slice.sides)
        side = {SideCoverageState::NotAssessable, std::nullopt, SideMeasurement::Cause::FatNotAnnotated};
    const Suggestion suggestion = suggest(truth::measurementsOf({slice}), documentScheme());
    EXPECT_THAT(suggestion.grades, ElementsAre("0", "1", "2"));
    EXPECT_THAT(suggestion.reasons, Contains(HasSubstr("fat not annotated")));
    slice.root.state = RootShapeState::Deformed;
    EXPECT_THAT(suggest(truth::measurementsOf({slice}), documentScheme()).grades, ElementsAre("3"));
}

TEST(FindingsFromMeasurements, aSideThatLeavesTheImageSaysSo)
{
    SliceMeasurements slice = truth::sliceWith({1, 1, 1, 1});
    slice.sides[1] = {SideCoverageState::NotAssessable, std::nullopt, SideMeasurement::Cause::LeavesImage};
    const Suggestion suggestion = suggest(truth::measurementsOf({slice}), documentScheme());
    EXPECT_THAT(suggestion.grades, ElementsAre("0", "1"));
    EXPECT_THAT(suggestion.reasons, Contains(HasSubstr("inferior side not assessable: it leaves the image")));
}

TEST(FindingsFromMeasurements, aRootTooSmallForShapeAddsThree)
{
    SliceMeasurements slice = truth::sliceWith({1, 1, 1, 1});
    slice.root.pixels = 12;
    slice.root.state = RootShapeState::NotAssessable;
    const Suggestion suggestion = suggest(truth::measurementsOf({slice}), documentScheme());
    EXPECT_THAT(suggestion.grades, ElementsAre("0", "3"));
    EXPECT_THAT(suggestion.reasons, Contains(HasSubstr("only 12 pixels")));
}

TEST(FindingsFromMeasurements, nameTheParameterSet)
{
    EXPECT_EQ(suggest(truth::measurementsOf({truth::sliceWith({1, 1, 1, 1})}), documentScheme()).parameters,
              "foragrade-2026.1");
}

TEST(FindingNames, areReadBackAsWritten)
{
    for (const auto state : {SideState::Preserved, SideState::Lost, SideState::NotAssessable})
        EXPECT_EQ(parseSideState(name(state)), state);
    for (const auto root :
         {RootMorphology::Normal, RootMorphology::Deformed, RootMorphology::Collapsed, RootMorphology::NotAssessable})
        EXPECT_EQ(parseRootMorphology(name(root)), root);
    EXPECT_FALSE(parseSideState("equivocal"));
    EXPECT_FALSE(parseRootMorphology(""));
}

} // namespace
} // namespace grading
