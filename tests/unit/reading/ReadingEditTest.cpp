#include "ReadingSamples.h"

#include "grading/reading/ReadingJson.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using samples::emptyReading;
using samples::foramen;
using testing::HasSubstr;

namespace {

const Foramen l4r = *Foramen::parse("L4-L5:R");

/// A document of the sample reading with these foramina, as a person would write it.
std::string document(const std::string& foramina)
{
    return R"({"schema": "foragrade/reading/1", "study": "2.25.77", "reader": "Reader^One", "foramina": [)" + foramina +
           "]}";
}

Result<Reading> applied(const std::string& json, const Reading& before = emptyReading(),
                        const ReadMarks& readMarks = {})
{
    const auto edit = readingEditFromJson(json, readMarks);
    if (!edit)
        return fail(edit.error());
    return edit->command.apply(before);
}

StackMarks marksRead()
{
    const auto grid = samples::sagittalGrid();
    return {
        "", Uid("2.25.77.9"), grid, LabelMap(64, 64, 5).painted(1, samples::ring(0, 5), Structure::NerveRoot), {}, {},
        {}};
}

} // namespace

TEST(ReadingEdit, ChangesOnlyTheFieldsThatAreThere)
{
    auto before = samples::withRoot(emptyReading(), l4r, true);
    before = commands::setGrade(l4r, Grade::from(1)).apply(before).value();
    before = commands::setSide(l4r, AnatomicalDirection::Inferior, SideState::Lost).apply(before).value();
    const auto after =
        applied(document(R"({"foramen": "L4-L5:R", "comment": "small", "sides": {"superior": "lost"}})"), before);
    ASSERT_TRUE(after) << after.error().message();
    auto expected = before;
    expected.foramina[l4r].comment = "small";
    expected.foramina[l4r].findings.sides[indexOf(AnatomicalDirection::Superior)] = SideState::Lost;
    EXPECT_EQ(*after, expected);
}

TEST(ReadingEdit, NullClearsAField)
{
    auto before = samples::withRoot(emptyReading(), l4r, true);
    before = commands::setGrade(l4r, Grade::from(1)).apply(before).value();
    const auto after = applied(document(R"({"foramen": "L4-L5:R", "grade": null, "marks": null})"), before);
    ASSERT_TRUE(after) << after.error().message();
    EXPECT_EQ(*after, emptyReading());
}

TEST(ReadingEdit, OfWhatShowPrintedChangesNothing)
{
    auto before = samples::withRoot(emptyReading(), l4r, true);
    before = commands::setGrade(l4r, Grade::from(1)).apply(before).value();
    const auto after = applied(toJson(before), before);
    ASSERT_TRUE(after) << after.error().message();
    EXPECT_EQ(*after, before);
}

TEST(ReadingEdit, RefusesWhatCannotBeNamingFieldAndValue)
{
    const std::string inlineMarks =
        R"({"stack": "1.2#1", "labels": "0:0,0,1,1;", "grid": {"columns": 2, "rows": 2, "slices": 1,
            "spacingMm": [1, 1, 1], "orientation": [1, 0, 0, 0, 1, 0], "origin": [0, 0, 0]}})";
    const std::vector<std::pair<std::string, std::string>> rows{
        {R"({"foramen": "L4-L5:R", "grade": 7})", "grade: must be a whole number from 0 to 3, not 7"},
        {R"({"foramen": "L4-L5:R", "grade": -1})", "not -1"},
        {R"({"foramen": "L4-L5:R", "grade": 1.5})", "not 1.5"},
        {R"({"foramen": "L4-L5:R", "grade": "2"})", "not \"2\""},
        {R"({"foramen": "L4-L5:R", "grade": true})", "not true"},
        {R"({"foramen": "L9-L5:R", "grade": 1})", "must be a foramen like L4-L5:R, not \"L9-L5:R\""},
        {R"({"foramen": "L5-L6:R", "grade": 1})", "isn't a foramen of a spine with 12 thoracic and 5 lumbar"},
        {R"({"foramen": 4, "grade": 1})", "foramen: must be a text, not 4"},
        {R"({"grade": 1})", "foramina[1].foramen: is missing"},
        {R"({"foramen": "L4-L5:R"}, {"foramen": "l4-l5 r"})", "foramina[2].foramen: must not stand twice"},
        {R"({"foramen": "L4-L5:R", "sides": {"superior": "gone"}})", "sides.superior: can't be \"gone\""},
        {R"({"foramen": "L4-L5:R", "sides": "lost"})", "sides: must be an object"},
        {R"({"foramen": "L4-L5:R", "root": "equivocal"})", "root: can't be \"equivocal\""},
        {R"({"foramen": "L4-L5:R", "contact": 1})", "contact: must be a text"},
        {R"({"foramen": "L4-L5:R", "noFatSeen": "yes"})", "noFatSeen: must be true or false, not \"yes\""},
        {R"({"foramen": "L4-L5:R", "grade": 1, "notGradable": "metal"})", "notGradable: can't stand beside a grade"},
        {R"({"foramen": "L4-L5:R", "notGradable": "  "})", "notGradable: must be the reason"},
        {R"({"foramen": "L4-L5:R", "confidence": "sure"})", "confidence: can't be \"sure\""},
        {R"({"foramen": "L4-L5:R", "findings": ["bulge"]})", "findings[1]: can't be \"bulge\""},
        {R"({"foramen": "L4-L5:R", "findings": ["spondylolisthesis"], "meyerding": 6})", "meyerding: must be"},
        {R"({"foramen": "L4-L5:R", "meyerding": 2})", "has a Meyerding grade but no spondylolisthesis"},
        {R"({"foramen": "L4-L5:R", "etiology": {"a": 1}})", "etiology: must be a list, not an object"},
        {R"({"foramen": "L4-L5:R", "comment": 5})", "comment: must be a text, not 5"},
        {R"({"foramen": "L4-L5:R", "marks": {"stack": "1.2#1", "file": "m.nii"}})", "marks.file: marks by file name"},
        {R"({"foramen": "L4-L5:R", "marks": {"stack": "1.2#1"}})", "marks.grid: is missing"},
        {R"({"foramen": "L4-L5:R", "marks": )" + inlineMarks + R"(, "otherMarks": [)" + inlineMarks + "]}",
         "otherMarks[1].stack: must be another stack than those before, not \"1.2#1\""},
        {R"(5)", "foramina[1]: must be an object, not 5"},
    };
    for (const auto& [foramina, message] : rows) {
        const auto after = applied(document(foramina));
        ASSERT_FALSE(after) << foramina;
        EXPECT_THAT(after.error().message(), HasSubstr(message));
    }
}

TEST(ReadingEdit, RefusesTheWholeDocumentForOneField)
{
    const auto after = applied(document(R"({"foramen": "L3-L4:R", "grade": 1}, {"foramen": "L4-L5:R", "grade": 4})"));
    ASSERT_FALSE(after);
    EXPECT_THAT(after.error().subject, HasSubstr("foramina[2] (L4-L5:R)"));
}

TEST(ReadingEdit, TakesMarksFromAFileAndKeepsThoseOfOtherStacks)
{
    const ReadMarks readMarks = [](const Foramen& at, const std::string& file,
                                   const std::string& stack) -> Result<StackMarks> {
        EXPECT_EQ(at, l4r);
        EXPECT_EQ(file, "root.nii.gz");
        EXPECT_EQ(stack, "2.25.77.3#1");
        return marksRead();
    };
    const auto before = samples::withRoot(emptyReading(), l4r, true);
    const auto after = applied(
        document(R"({"foramen": "L4-L5:R", "marks": {"stack": "2.25.77.3#1", "file": "root.nii.gz", "slice": 2}})"),
        before, readMarks);
    ASSERT_TRUE(after) << after.error().message();
    const auto& record = *after->find(l4r);
    ASSERT_EQ(record.marks.size(), 2U);
    EXPECT_EQ(record.gradedMarks()->stackId, "2.25.77.3#1");
    EXPECT_EQ(record.gradedMarks()->gradedSlice, 1);
    EXPECT_EQ(record.gradedMarks()->labels, marksRead().labels);
    EXPECT_EQ(record.marks[1], before.find(l4r)->marks[0]);
}

TEST(ReadingEdit, HandsOnWhyAMarksFileCannotBeRead)
{
    const ReadMarks readMarks = [](const Foramen&, const std::string& file, const std::string&) -> Result<StackMarks> {
        return fail(ErrorCode::NotFound, file, "doesn't exist");
    };
    const auto after = applied(document(R"({"foramen": "L4-L5:R", "marks": {"stack": "1.2#1", "file": "x.nii"}})"),
                               emptyReading(), readMarks);
    EXPECT_EQ(after.error().message(), "x.nii: doesn't exist");
}

TEST(ReadingEdit, RefusesADocumentOfAnotherPatientOrReading)
{
    const auto of = [](const std::string& field) {
        return applied(R"({"study": "2.25.77", "reader": "Reader^One", )" + field + "}");
    };
    EXPECT_EQ(of(R"("id": "2.25.9")").error().code, ErrorCode::Mismatch);
    EXPECT_EQ(of(R"("patient": {"id": "PH-2"})").error().code, ErrorCode::Mismatch);
    EXPECT_EQ(of(R"("patient": {"name": "Phantom^Cervical"})").error().code, ErrorCode::Mismatch);
    EXPECT_TRUE(of(R"("patient": {"id": "PH-1", "name": "Phantom^Lumbar"})"));
}

TEST(ReadingEdit, LeavesStandingToSignAndRevise)
{
    const auto after = applied(
        R"({"study": "2.25.77", "reader": "Reader^One", "status": "signed", "revision": 9, "indication": "pain"})");
    ASSERT_TRUE(after) << after.error().message();
    EXPECT_FALSE(after->isSigned());
    EXPECT_EQ(after->revision, 1);
    EXPECT_EQ(after->indication, "pain");
}

TEST(ReadingEdit, TellsAboutFieldsThatDoNotExist)
{
    const auto edit = readingEditFromJson(document(R"({"foramen": "L4-L5:R", "gade": 2})"));
    ASSERT_TRUE(edit);
    ASSERT_EQ(edit->issues.size(), 1U);
    EXPECT_EQ(edit->issues[0].where, "foramina[1] (L4-L5:R).gade");
    EXPECT_EQ(edit->study, Uid("2.25.77"));
    EXPECT_EQ(edit->reader, "Reader^One");
    EXPECT_EQ(edit->command.name, "Apply changes, L4-L5 right");
}

TEST(ReadingEdit, OfASignedReadingIsRefused)
{
    auto reading = commands::setGrade(l4r, Grade::from(1)).apply(emptyReading()).value();
    reading = commands::sign(now()).apply(reading).value();
    EXPECT_EQ(applied(document(R"({"foramen": "L4-L5:R", "grade": 2})"), reading).error().code, ErrorCode::Refused);
}

} // namespace grading
