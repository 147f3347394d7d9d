#include "SampleReading.h"
#include "grading/report/Figures.h"
#include "grading/report/Tables.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string_view>

using namespace grading;
using namespace grading::test;
using testing::AllOf;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

const Report::Row& rowOf(const Report& report, std::string_view foramen)
{
    const auto rows = report.rows();
    return **std::find_if(rows.begin(), rows.end(), [&](const auto* row) { return row->foramen.key() == foramen; });
}

const Drawing::Text* textOf(const Drawing& drawing, const std::string& words)
{
    for (const auto& item : drawing.items) {
        const auto* text = std::get_if<Drawing::Text>(&item);
        if (text != nullptr && text->text == words)
            return text;
    }
    return nullptr;
}

} // namespace

TEST(Report, aLumbarStudyHasItsFiveLevelsReadOrNot)
{
    const auto report = makeReport(emptyReading());
    ASSERT_THAT(report.levels, SizeIs(5));
    EXPECT_EQ(report.levels.front().level.name(), "L1-L2");
    EXPECT_EQ(report.levels.back().level.name(), "L5-S1");
    EXPECT_EQ(report.levels.back().left.verdict, "not read");
    EXPECT_THAT(report.impression, ElementsAre("No foramen has been graded."));
}

TEST(Report, birthDateAndSexComeFromImagesOfTheSamePatientAlone)
{
    const Reading reading = emptyReading();
    Study study;
    study.uid = reading.study.uid;
    study.patientName = reading.study.patientName;
    study.patientId = reading.study.patientId;
    study.patientBirthDate = "19610830";
    study.patientSex = "F";
    const auto factsWith = [&](const Reading& of, const Study& images) {
        std::string facts;
        const auto report = report::make(of, {{images}, {}, 0, 0, 0}, {}, {});
        for (const auto& fact : report::patientFacts(report))
            facts += fact.label + ": " + fact.value + "; ";
        return facts;
    };
    EXPECT_THAT(factsWith(reading, study), HasSubstr("Born: 1961-08-30; Sex: female; "));
    Reading blinded = reading;
    blinded.study.patientName = "Case 7";
    blinded.study.patientId.clear();
    EXPECT_EQ(factsWith(blinded, study), "Patient: Case 7; ");
    study.patientBirthDate.clear();
    study.patientSex.clear();
    EXPECT_THAT(factsWith(reading, study), testing::Not(AnyOf(HasSubstr("Born"), HasSubstr("Sex"))));
}

TEST(Report, aLevelOfAnotherRegionIsShownWhenItWasRead)
{
    Reading reading = emptyReading();
    reading.foramina[*Foramen::parse("T12-L1:R")].grade = Grade::from(1);
    const auto report = makeReport(reading);
    ASSERT_THAT(report.levels, SizeIs(6));
    EXPECT_EQ(report.levels.front().right.grade, Grade::from(1));
}

TEST(Report, impressionTellsTheWorstFirstAndWhatWasNotRead)
{
    Reading reading = emptyReading();
    reading.foramina[*Foramen::parse("L1-L2:R")].grade = Grade::from(0);
    reading.foramina[*Foramen::parse("L1-L2:L")].grade = Grade::from(0);
    reading.foramina[*Foramen::parse("L4-L5:L")].grade = Grade::from(1);
    auto& worst = reading.foramina[*Foramen::parse("L5-S1:R")];
    worst.grade = Grade::from(3);
    worst.findings.root = RootMorphology::Collapsed;
    reading.foramina[*Foramen::parse("L2-L3:R")].notGradable = "motion";
    EXPECT_THAT(makeReport(reading).impression,
                ElementsAre("Severe narrowing (Grade 3): L5-S1 right (L5 root collapsed).",
                            "Mild narrowing (Grade 1): L4-L5 left.", "No narrowing (Grade 0): L1-L2 both sides.",
                            "Not gradable: L2-L3 right (motion).",
                            "Not read: L2-L3 left; L3-L4 both sides; L4-L5 right; L5-S1 left."));
}

TEST(Report, measuredSidesAndSuggestionComeFromTheMarks)
{
    const auto report = makeReport(readingWithMarks(2));
    const auto& row = rowOf(report, "L4-L5:L");
    ASSERT_TRUE(row.measured);
    EXPECT_EQ(row.measured->slice, 2);
    EXPECT_NEAR(row.measured->rootArea.value, 81 * 0.25, 1e-9);
    EXPECT_EQ(row.sides[indexOf(AnatomicalDirection::Anterior)].measured, "kept");
    EXPECT_EQ(row.sides[indexOf(AnatomicalDirection::Posterior)].measured, "lost");
    ASSERT_TRUE(row.suggested);
    EXPECT_EQ(row.suggested->grades, "1 or 2");
    EXPECT_EQ(row.agreement, Agreement::Soft);
    EXPECT_THAT(report.contradictions, IsEmpty());
}

TEST(Report, aHardDisagreementIsShownWithItsReason)
{
    Reading reading = readingWithMarks(0);
    EXPECT_THAT(makeReport(reading).contradictions, ElementsAre(HasSubstr("No reason has been given")));
    reading.foramina.begin()->second.disagreementReason = "fat seen on T2";
    EXPECT_THAT(makeReport(reading).contradictions,
                ElementsAre(AllOf(HasSubstr("L4-L5 left: recorded as Grade 0"), HasSubstr("fat seen on T2"))));
}

TEST(Report, withoutImagesThereIsARoseAndNoPicture)
{
    const auto report = makeReport(readingWithMarks(1));
    EXPECT_TRUE(rowOf(report, "L4-L5:L").rose);
    EXPECT_FALSE(rowOf(report, "L4-L5:L").image);
}

TEST(Report, imagesThatCannotBeLoadedAreAnIssue)
{
    const auto report = makeReport(readingWithMarks(1), [](const std::string&) -> Result<Volume> {
        return fail(ErrorCode::NotFound, "a.dcm", "isn't there");
    });
    EXPECT_TRUE(std::any_of(report.issues.begin(), report.issues.end(), [](const Issue& issue) {
        return issue.code == "no-pictures" && issue.text.find("a.dcm") != std::string::npos;
    }));
}

TEST(Report, keyImageLiesAsTheSliceWasAcquired)
{
    const auto report = makeReport(readingWithMarks(1), sagittalVolume);
    const auto& image = rowOf(report, "L4-L5:L").image;
    ASSERT_TRUE(image);
    EXPECT_EQ(image->leftLetters, "A");
    EXPECT_EQ(image->topLetters, "H");
    EXPECT_NEAR(image->width * image->pixelSize.value, 64, 0.2);
    const auto greyAt = [&](double mm) { // from the picture's left edge, half way down
        return image->grey[static_cast<std::size_t>(image->height / 2 * image->width) +
                           static_cast<std::size_t>(mm / image->pixelSize.value)];
    };
    EXPECT_EQ(greyAt(1), 0) << "outside the image it is black";
    EXPECT_LT(greyAt(20), greyAt(40)) << "columns run to the right";
}

TEST(Report, keyImageOutlinesEncloseTheMarksOnPixelEdges)
{
    const auto report = makeReport(readingWithMarks(1), sagittalVolume);
    const auto& image = *rowOf(report, "L4-L5:L").image;
    const auto root = std::find_if(image.outlines.begin(), image.outlines.end(),
                                   [](const auto& o) { return o.structure == Structure::NerveRoot; });
    ASSERT_NE(root, image.outlines.end());
    ASSERT_THAT(root->lines, ElementsAre(SizeIs(4)));
    const double side = (root->lines[0][1].column - root->lines[0][0].column) * image.pixelSize.value;
    EXPECT_NEAR(side, 9 * 0.5, 1e-9) << "nine pixels of 0.5 mm";
}

TEST(SpineDiagram, thePatientsLeftStandsOnTheRightOfThePage)
{
    Reading reading = emptyReading();
    reading.foramina[*Foramen::parse("L3-L4:L")].grade = Grade::from(2);
    const auto drawing = report::drawSpine(makeReport(reading));
    const auto* letter = textOf(drawing, "L");
    const auto* digit = textOf(drawing, "2");
    ASSERT_NE(letter, nullptr);
    ASSERT_NE(digit, nullptr);
    EXPECT_GT(letter->at.x, drawing.width / 2);
    EXPECT_DOUBLE_EQ(digit->at.x, letter->at.x);
    EXPECT_LT(textOf(drawing, "R")->at.x, drawing.width / 2);
}

TEST(FatRoseDrawing, lettersStandAsInTheImage)
{
    const auto report = makeReport(readingWithMarks(1));
    const auto drawing = report::drawFatRose(*rowOf(report, "L4-L5:L").rose);
    ASSERT_NE(textOf(drawing, "A"), nullptr);
    EXPECT_LT(textOf(drawing, "A")->at.x, 50) << "anterior is on the image's left";
    EXPECT_GT(textOf(drawing, "P")->at.x, 150);
    EXPECT_LT(textOf(drawing, "S")->at.y, 50);
    EXPECT_GT(textOf(drawing, "I")->at.y, 150);
}
