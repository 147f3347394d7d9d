#include "Measured.h"

#include "grading/scoring/Suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {
namespace {

using testing::ElementsAre;

TEST(WorstSlice, isTheOneWhoseSetReachesHighest)
{
    const auto measured = truth::measurementsOf(
        {truth::sliceWith({1, 1, 1, 1}, 4), truth::sliceWith({0, 0, 1, 1}, 5), truth::sliceWith({0, 1, 0, 1}, 6)});
    const WorstSlice worst = worstSlice(measured, documentScheme());
    EXPECT_EQ(worst.slice, 6);
    EXPECT_THAT(worst.suggestion.grades, ElementsAre("1", "2"));
}

TEST(WorstSlice, prefersTheSurerOfTwoThatReachAsHigh)
{
    const auto measured = truth::measurementsOf({truth::sliceWith({0, 1, 0, 1}, 4), truth::sliceWith({0, 0, 0, 0}, 5)});
    EXPECT_EQ(worstSlice(measured, documentScheme()).slice, 5);
}

TEST(WorstSlice, prefersLessFatThenTheLowerNumber)
{
    const auto lessFat =
        truth::measurementsOf({truth::sliceWith({1, 1, 1, 1}, 4), truth::sliceWith({1, 1, 1, 0.6}, 5)});
    EXPECT_EQ(worstSlice(lessFat, documentScheme()).slice, 5);
    const auto equal = truth::measurementsOf({truth::sliceWith({1, 1, 1, 1}, 4), truth::sliceWith({1, 1, 1, 1}, 5)});
    EXPECT_EQ(worstSlice(equal, documentScheme()).slice, 4);
}

TEST(WorstSlice, aDeformedRootIsTheWorst)
{
    auto deformed = truth::sliceWith({1, 1, 1, 1}, 9);
    deformed.root.state = RootShapeState::Deformed;
    for (const char* id : {"document", "lee-2010", "sartoretti-2021"}) {
        const auto measured = truth::measurementsOf({truth::sliceWith({0, 0, 0, 0}, 8), deformed});
        EXPECT_EQ(worstSlice(measured, *findScheme(id)).slice, 9) << id;
    }
}

} // namespace
} // namespace grading
