#include "ReadingSamples.h"

#include "grading/reading/Assessment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using namespace commands;
using samples::emptyReading;
using samples::foramen;
using testing::ElementsAre;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");

Reading after(const Command& command, const Reading& before)
{
    return command.apply(before).value();
}

} // namespace

TEST(Assessment, OfAnUntouchedForamenIsEmpty)
{
    const auto assessment = assess(emptyReading(), l4r);
    EXPECT_FALSE(assessment.measured || assessment.stated || assessment.agreement);
    EXPECT_EQ(assessment.basis(), nullptr);
    EXPECT_TRUE(assessment.issues.empty());
}

TEST(Assessment, MeasuresFatAllAroundARoundRootAsGradeZero)
{
    const auto assessment = assess(samples::withRoot(emptyReading(), l4r, true), l4r);
    ASSERT_TRUE(assessment.measured);
    EXPECT_THAT(assessment.measured->grades, ElementsAre("0"));
    EXPECT_EQ(assessment.basis(), &*assessment.measured);
    EXPECT_FALSE(assessment.agreement);
}

TEST(Assessment, TellsFatThatIsNotAnnotatedFromNoFatSeen)
{
    const auto bare = samples::withRoot(emptyReading(), l4r, false);
    EXPECT_THAT(assess(bare, l4r).measured->grades, ElementsAre("0", "1", "2"));
    EXPECT_THAT(assess(after(setNoFatSeen(l4r, true), bare), l4r).measured->grades, ElementsAre("2"));
}

TEST(Assessment, UsesTheReadingsScheme)
{
    auto reading = emptyReading();
    reading = after(setSide(l4r, AnatomicalDirection::Superior, SideState::Lost), reading);
    for (const auto side :
         {AnatomicalDirection::Inferior, AnatomicalDirection::Anterior, AnatomicalDirection::Posterior})
        reading = after(setSide(l4r, side, SideState::Preserved), reading);
    reading = after(setRoot(l4r, RootMorphology::Normal), reading);
    EXPECT_THAT(assess(reading, l4r).stated->grades, ElementsAre("1"));
    reading.scheme = "lee-2010";
    EXPECT_THAT(assess(reading, l4r).stated->grades, ElementsAre("0", "1"));
}

TEST(Assessment, ComparesTheGradeWithTheMeasuredSuggestionFirst)
{
    auto reading = samples::withRoot(emptyReading(), l4r, true);
    reading = after(setRoot(l4r, RootMorphology::Deformed), reading);
    EXPECT_EQ(assess(after(setGrade(l4r, Grade::from(0)), reading), l4r).agreement, Agreement::Agrees);
    EXPECT_EQ(assess(after(setGrade(l4r, Grade::from(3)), reading), l4r).agreement, Agreement::Hard);
    const auto unmarked = after(clearMarks(l4r), reading);
    EXPECT_EQ(assess(after(setGrade(l4r, Grade::from(3)), unmarked), l4r).agreement, Agreement::Agrees);
}

TEST(Assessment, ComparesTheRootWithTheOtherSideAndTheNeighbouringLevels)
{
    auto reading = samples::withRoot(emptyReading(), l4r, true);
    EXPECT_FALSE(assess(reading, l4r).measurements->graded().root.toOtherSide);
    reading = samples::withRoot(reading, foramen("L4-L5:L"), true);
    reading = samples::withRoot(reading, foramen("L3-L4:R"), true);
    const auto root = assess(reading, l4r).measurements->graded().root;
    ASSERT_TRUE(root.toOtherSide);
    EXPECT_DOUBLE_EQ(root.toOtherSide->area, 1.0);
    ASSERT_TRUE(root.toNeighbours);
    EXPECT_DOUBLE_EQ(root.toNeighbours->area, 1.0);
}

TEST(Assessment, ComparesWithTheGradedSliceOfTheOtherSide)
{
    const auto other = foramen("L4-L5:L");
    auto reading = samples::withRoot(samples::withRoot(emptyReading(), l4r, true), other, true);
    reading =
        after(mark("Brush", samples::target(other, 3), samples::ring(0, 10), Structure::NerveRoot, PaintMode::Replace),
              reading);
    const auto ratio = [&](const Reading& of) { return assess(of, l4r).measurements->graded().root.toOtherSide->area; };
    const double large = static_cast<double>(samples::ring(0, 10).count());
    EXPECT_DOUBLE_EQ(ratio(reading), static_cast<double>(samples::ring(0, 5).count()) / large);
    EXPECT_DOUBLE_EQ(ratio(after(gradeOnStack(other, "2.25.77.1#1", 2), reading)), 1.0);
}

TEST(Assessment, SaysWhyMarksCannotBeMeasured)
{
    const auto reading = after(gradeOnStack(l4r, "2.25.77.1#1", 0), samples::withRoot(emptyReading(), l4r, true));
    const auto assessment = assess(reading, l4r);
    EXPECT_FALSE(assessment.measured);
    ASSERT_EQ(assessment.issues.size(), 1U);
    EXPECT_EQ(assessment.issues[0].code, "not-measured");
    const auto fat =
        after(mark("Brush", samples::target(l4r), samples::ring(0, 9), Structure::NerveRoot, PaintMode::Erase),
              samples::withRoot(emptyReading(), l4r, true));
    ASSERT_EQ(assess(fat, l4r).issues.size(), 1U);
    EXPECT_EQ(assess(fat, l4r).issues[0].code, "no-root-marked");
}

} // namespace grading
