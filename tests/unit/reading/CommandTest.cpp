#include "ReadingSamples.h"

#include "grading/reading/Command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using namespace commands;
using samples::emptyReading;
using samples::foramen;
using samples::ring;
using samples::target;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");
const Foramen l5l = *Foramen::parse("L5-S1:L");

Reading after(const Command& command, const Reading& before = emptyReading())
{
    return command.apply(before).value();
}

Error errorOf(const Command& command, const Reading& before = emptyReading())
{
    const auto result = command.apply(before);
    return result ? Error{} : result.error();
}

} // namespace

TEST(Command, IsNamedByWhatItDoesAndWhere)
{
    EXPECT_EQ(mark("Brush", target(l4r), ring(0, 3), Structure::NerveRoot, PaintMode::Replace).name,
              "Brush nerve root, L4-L5 right");
    EXPECT_EQ(mark("Polygon", target(l5l), ring(0, 3), Structure::PerineuralFat, PaintMode::KeepOthers).name,
              "Polygon perineural fat, L5-S1 left");
    EXPECT_EQ(mark("Brush", target(l4r), ring(0, 3), Structure::NerveRoot, PaintMode::Erase).name,
              "Erase nerve root, L4-L5 right");
    EXPECT_EQ(setGrade(l4r, Grade::from(2)).name, "Grade 2, L4-L5 right");
    EXPECT_EQ(setGrade(l4r, std::nullopt).name, "Clear grade, L4-L5 right");
    EXPECT_EQ(setSide(l4r, AnatomicalDirection::Superior, SideState::NotAssessable).name,
              "Superior fat not assessable, L4-L5 right");
    EXPECT_EQ(setRoot(l4r, RootMorphology::Deformed).name, "Nerve root deformed, L4-L5 right");
    EXPECT_EQ(renumber({}, -1).name, "Renumber by 1 level towards the head");
}

TEST(Command, LeavesTheReadingItIsGivenAlone)
{
    const auto before = samples::withRoot(emptyReading(), l4r, true);
    const auto copy = before;
    (void)after(mark("Brush", target(l4r), ring(0, 20), Structure::ForamenOutline, PaintMode::Replace), before);
    (void)after(setGrade(l4r, Grade::from(3)), before);
    EXPECT_EQ(before, copy);
}

TEST(Mark, ReplacesKeepsOrErasesByMode)
{
    const auto root = after(mark("Brush", target(l4r), ring(0, 5), Structure::NerveRoot, PaintMode::Replace));
    const auto count = [](const Reading& reading, Structure structure) {
        return reading.find(l4r)->gradedMarks()->labels.count(structure);
    };
    const auto area = ring(0, 5).count();
    const auto kept =
        after(mark("Brush", target(l4r), ring(0, 8), Structure::PerineuralFat, PaintMode::KeepOthers), root);
    EXPECT_EQ(count(kept, Structure::NerveRoot), area);
    EXPECT_EQ(count(kept, Structure::PerineuralFat), ring(0, 8).count() - area);
    const auto replaced =
        after(mark("Brush", target(l4r), ring(0, 8), Structure::PerineuralFat, PaintMode::Replace), root);
    EXPECT_EQ(count(replaced, Structure::NerveRoot), 0U);
    EXPECT_EQ(count(replaced, Structure::PerineuralFat), ring(0, 8).count());
    const auto erased = after(mark("Brush", target(l4r), ring(0, 6), Structure::PerineuralFat, PaintMode::Erase), kept);
    EXPECT_EQ(count(erased, Structure::NerveRoot), area);
    EXPECT_EQ(count(erased, Structure::PerineuralFat), ring(6, 8).count());
}

TEST(Mark, ErasingTheLastPixelLeavesTheForamenUntouched)
{
    const auto root = after(mark("Brush", target(l4r), ring(0, 5), Structure::NerveRoot, PaintMode::Replace));
    EXPECT_EQ(after(mark("Brush", target(l4r), ring(0, 9), Structure::NerveRoot, PaintMode::Erase), root),
              emptyReading());
}

TEST(Mark, TheFirstStackMarkedIsTheOneGradedOn)
{
    auto second = target(l4r);
    second.stackId = "2.25.77.2#1";
    const auto reading = after(mark("Brush", second, ring(0, 4), Structure::NerveRoot, PaintMode::Replace),
                               samples::withRoot(emptyReading(), l4r, false));
    ASSERT_EQ(reading.find(l4r)->marks.size(), 2U);
    EXPECT_EQ(reading.find(l4r)->gradedMarks()->stackId, "2.25.77.1#1");
    const auto moved = after(gradeOnStack(l4r, "2.25.77.2#1", 3), reading);
    EXPECT_EQ(moved.find(l4r)->gradedMarks()->stackId, "2.25.77.2#1");
    EXPECT_EQ(moved.find(l4r)->gradedMarks()->gradedSlice, 3);
    EXPECT_EQ(moved.find(l4r)->marks.size(), 2U);
    EXPECT_EQ(errorOf(gradeOnStack(l4r, "2.25.77.3#1", {}), reading).code, ErrorCode::NotFound);
    EXPECT_EQ(errorOf(gradeOnStack(l4r, "2.25.77.2#1", 5), reading).code, ErrorCode::InvalidArgument);
}

TEST(Mark, RefusesASliceOrGridThatIsNotTheStacks)
{
    const auto paint = [](const MarkTarget& at) {
        return mark("Brush", at, ring(0, 4), Structure::NerveRoot, PaintMode::Replace);
    };
    EXPECT_EQ(errorOf(paint(target(l4r, 5))).code, ErrorCode::InvalidArgument);
    EXPECT_EQ(errorOf(paint(target(l4r, -1))).code, ErrorCode::InvalidArgument);
    const auto reading = samples::withRoot(emptyReading(), l4r, false);
    auto other = target(l4r);
    other.geometry = samples::sagittalGrid(63);
    EXPECT_EQ(errorOf(paint(other), reading).code, ErrorCode::Mismatch);
    auto elsewhere = target(l4r);
    elsewhere.frameOfReference = Uid("2.25.4");
    EXPECT_EQ(errorOf(paint(elsewhere), reading).code, ErrorCode::Mismatch);
    StackMarks wrongSize{"2.25.1#1", Uid("2.25.2"), samples::sagittalGrid(), LabelMap(3, 3, 3), {}, {}, {}};
    EXPECT_EQ(errorOf(setMarks(l4r, wrongSize, "Import marks")).code, ErrorCode::Mismatch);
}

TEST(Grade, ExcludesNotGradableAndTheOtherWayRound)
{
    const auto graded = after(setGrade(l4r, Grade::from(2)));
    const auto not_ = after(setNotGradable(l4r, "metal artefact"), graded);
    EXPECT_EQ(not_.find(l4r)->grade, std::nullopt);
    EXPECT_EQ(not_.find(l4r)->notGradable, "metal artefact");
    const auto again = after(setGrade(l4r, Grade::from(0)), not_);
    EXPECT_EQ(again.find(l4r)->notGradable, std::nullopt);
    EXPECT_EQ(errorOf(setNotGradable(l4r, " ")).code, ErrorCode::InvalidArgument);
}

TEST(Command, RefusesAForamenThatTheSpineDoesNotHave)
{
    EXPECT_EQ(errorOf(setGrade(foramen("L5-L6:R"), Grade::from(1))).code, ErrorCode::InvalidArgument);
    auto six = emptyReading();
    six.numbering.lumbar = 6;
    EXPECT_TRUE(setGrade(foramen("L5-L6:R"), Grade::from(1)).apply(six));
    EXPECT_FALSE(setGrade(foramen("L5-S1:R"), Grade::from(1)).apply(six));
}

TEST(Edit, DropsAMeyerdingGradeWithoutSpondylolisthesis)
{
    const auto slipped = after(edit(l4r, "Spondylolisthesis", [](ForamenReading& r) {
        r.contributory = {ContributoryFinding::Spondylolisthesis};
        r.meyerding = 2;
    }));
    EXPECT_EQ(slipped.find(l4r)->meyerding, 2);
    EXPECT_EQ(after(edit(l4r, "None", [](ForamenReading& r) { r.contributory = {}; }), slipped), emptyReading());
    const auto six = edit(l4r, "Six", [](ForamenReading& r) { r.meyerding = 6; });
    EXPECT_EQ(errorOf(six, slipped).code, ErrorCode::InvalidArgument);
}

TEST(Renumber, MovesMarksFindingsAndGradesTogether)
{
    auto reading = samples::withRoot(emptyReading(), l4r, true);
    reading = after(setGrade(l4r, Grade::from(1)), reading);
    reading = after(setSide(foramen("L3-L4:R"), AnatomicalDirection::Anterior, SideState::Lost), reading);
    SpineNumbering six;
    six.lumbar = 6;
    const auto moved = after(renumber(six, 1), reading);
    EXPECT_EQ(moved.numbering, six);
    ASSERT_EQ(moved.foramina.size(), 2U);
    EXPECT_EQ(moved.foramina.at(foramen("L5-L6:R")), reading.foramina.at(l4r));
    EXPECT_EQ(moved.foramina.at(foramen("L4-L5:R")), reading.foramina.at(foramen("L3-L4:R")));
    EXPECT_EQ(after(renumber({}, -1), moved), reading);
}

TEST(TakeFindings, SetsWhatWasAssessableAndLeavesTheReadersOwnWordOtherwise)
{
    auto reading = after(setSide(l4r, AnatomicalDirection::Inferior, SideState::Lost), emptyReading());
    FindingSet measured;
    measured.sides = {SideState::Preserved, SideState::NotAssessable, SideState::Lost, std::nullopt};
    measured.root = RootMorphology::Deformed;
    reading = after(takeFindings(l4r, measured), reading);
    const auto& findings = reading.find(l4r)->findings;
    EXPECT_THAT(findings.sides,
                testing::ElementsAre(SideState::Preserved, SideState::Lost, SideState::Lost, std::nullopt));
    EXPECT_EQ(findings.root, RootMorphology::Deformed);
}

TEST(Renumber, KeepsTheCountFromTheHeadWhenNothingIsShifted)
{
    SpineNumbering six;
    six.lumbar = 6;
    const auto moved = after(renumber(six, 0), after(setGrade(foramen("L5-S1:R"), Grade::from(1))));
    EXPECT_TRUE(moved.find(foramen("L5-L6:R")));
}

TEST(Renumber, RefusesToPushARecordOutOfTheSpine)
{
    const auto top = after(setGrade(foramen("C2-C3:L"), Grade::from(1)));
    EXPECT_EQ(errorOf(renumber({}, -1), top).code, ErrorCode::Refused);
    const auto bottom = after(setGrade(foramen("S5-Co1:L"), Grade::from(1)));
    EXPECT_EQ(errorOf(renumber({}, 1), bottom).code, ErrorCode::Refused);
}

TEST(Sign, AsksForAtLeastOneForamen)
{
    EXPECT_EQ(errorOf(sign(now())).code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(sign(now()).apply(after(setNotGradable(l4r, "not in the images"))));
}

TEST(Sign, FreezesTheReadingUntilItIsRevised)
{
    const auto when = now();
    const auto signedReading = after(sign(when), after(setGrade(l4r, Grade::from(1))));
    EXPECT_EQ(signedReading.signedAt, when);
    EXPECT_EQ(errorOf(setGrade(l4r, Grade::from(2)), signedReading).code, ErrorCode::Refused);
    EXPECT_EQ(errorOf(renumber({}, 0), signedReading).code, ErrorCode::Refused);
    EXPECT_EQ(errorOf(sign(when), signedReading).code, ErrorCode::Refused);
    EXPECT_EQ(errorOf(revise()).code, ErrorCode::Refused);
    const auto draft = after(revise(), signedReading);
    EXPECT_EQ(draft.revision, 2);
    EXPECT_EQ(draft.status, ReadingStatus::Draft);
    EXPECT_EQ(draft.signedAt, std::nullopt);
    EXPECT_EQ(draft.foramina, signedReading.foramina);
}

TEST(Sign, RefusesHardDisagreementWithTheReadersOwnFindingsUntilAReasonIsGiven)
{
    auto reading = after(setRoot(l5l, RootMorphology::Deformed), after(setGrade(l5l, Grade::from(0))));
    const auto refusal = errorOf(sign(now()), reading);
    EXPECT_EQ(refusal.code, ErrorCode::Refused);
    EXPECT_EQ(refusal.subject, "L5-S1 left");
    reading = after(edit(l5l, "Reason", [](ForamenReading& r) { r.disagreementReason = " "; }), reading);
    EXPECT_EQ(errorOf(sign(now()), reading).code, ErrorCode::Refused);
    reading = after(edit(l5l, "Reason", [](ForamenReading& r) { r.disagreementReason = "motion"; }), reading);
    EXPECT_TRUE(sign(now()).apply(reading));
}

TEST(Sign, JudgesByTheMarksBeforeTheReadersFindings)
{
    // Fat all around a round root: Grade 0 by measurement, though the reader's findings would admit 2.
    auto reading = after(setGrade(l4r, Grade::from(2)), samples::withRoot(emptyReading(), l4r, true));
    for (const auto side : allDirections)
        reading = after(setSide(l4r, side, SideState::Lost), reading);
    reading = after(setRoot(l4r, RootMorphology::Normal), reading);
    EXPECT_EQ(errorOf(sign(now()), reading).code, ErrorCode::Refused);
    EXPECT_TRUE(sign(now()).apply(after(clearMarks(l4r), reading)));
}

} // namespace grading
