#include "grading/reading/RatingsTable.h"

#include "ReadingSamples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {

using testing::HasSubstr;
using testing::SizeIs;

namespace {

const auto l4r = samples::foramen("L4-L5:R");

Result<std::vector<TableRating>> read(const std::string& mapping, const std::string& csv)
{
    const auto columns = parseTableColumns(mapping);
    return columns ? readRatingsTable(csv, "sheet.csv", *columns) : fail(columns.error());
}

constexpr auto usual = "study=ID,level=Level,side=Side,grade=Grade";

} // namespace

TEST(RatingsTable, LevelsSidesAndGradesAreReadInTheirUsualWritings)
{
    for (const std::string level : {"L4-L5", "L4/L5", "l4_l5", "L4/5", "L4-5"}) {
        for (const std::string side : {"R", "r", "right", "Right", "RIGHT"}) {
            const auto rows = read(usual, "ID,Level,Side,Grade\nS1," + level + "," + side + ",2\n");
            ASSERT_TRUE(rows) << rows.error().message();
            ASSERT_THAT(*rows, SizeIs(1));
            EXPECT_EQ(rows->front().foramen, l4r);
            EXPECT_EQ(rows->front().grade, Grade::from(2));
            EXPECT_EQ(rows->front().study, "S1");
        }
    }
    EXPECT_EQ(read(usual, "Grade,Side,Level,ID\n3.0,L,L5/S1,S1\n")->front().grade, Grade::from(3));
}

TEST(RatingsTable, AClassOfTheChallengeIsNeverTurnedIntoAGradeThatItDoesNotTell)
{
    const auto rows = read(usual, "ID,Level,Side,Grade\nS1,L4-L5,R,Normal/Mild\nS1,L4-L5,L,Moderate\n").value();
    EXPECT_FALSE(rows[0].grade);
    EXPECT_EQ(rows[0].rsnaLabel, "Normal/Mild");
    EXPECT_EQ(rows[1].grade, Grade::from(2));
    const auto reading = takeTableRatings(rows, false).apply(samples::emptyReading()).value();
    EXPECT_FALSE(reading.find(l4r)->grade);
    EXPECT_THAT(reading.find(l4r)->comment, HasSubstr("Normal/Mild"));
}

TEST(RatingsTable, ACellThatMeansNothingIsNamedByRowAndColumn)
{
    struct Case {
        const char* row;
        const char* column;
        const char* cell;
    };
    for (const auto& wrong : {Case{"S1,L4-L5,R,mild", "Grade", "mild"}, Case{"S1,L4-L5,R,4", "Grade", "4"},
                              Case{"S1,L4-L5,R,1.5", "Grade", "1.5"}, Case{"S1,L4-L5,R,1-2", "Grade", "1-2"},
                              Case{"S1,L4-L5,both,1", "Side", "both"}, Case{"S1,L4-L6,R,1", "Level", "L4-L6"},
                              Case{"S1,L4,R,1", "Level", "L4"}, Case{",L4-L5,R,1", "ID", "is empty"}}) {
        const auto rows = read(usual, std::string("ID,Level,Side,Grade\nS1,L1-L2,R,0\n") + wrong.row + "\n");
        ASSERT_FALSE(rows) << wrong.row;
        EXPECT_THAT(rows.error().message(), HasSubstr("row 3"));
        EXPECT_THAT(rows.error().message(), HasSubstr(std::string("column '") + wrong.column + "'"));
        EXPECT_THAT(rows.error().message(), HasSubstr(wrong.cell));
    }
    const auto two = read(usual, "ID,Level,Side,Grade\nS1,L4-L5,R,x\nS1,L4-L5,L,y\n");
    EXPECT_THAT(two.error().message(), HasSubstr("1 more"));
}

TEST(RatingsTable, OneColumnAForamenIsReadToo)
{
    const auto rows = read("study=ID,L4-L5:R=right,L4-L5:L=left", "ID,right,left,note\nS1,1,,x\nS2,0,3,\n").value();
    ASSERT_THAT(rows, SizeIs(3));
    EXPECT_EQ(rows[0].foramen, l4r);
    EXPECT_EQ(rows[0].grade, Grade::from(1));
    EXPECT_EQ(rows[2].study, "S2");
    EXPECT_THAT(read("study=ID,L4-L5:R=right", "ID,right\nS1,7\n").error().message(), HasSubstr("column 'right'"));
}

TEST(RatingsTable, FindingsReasonsAndReadersAreTakenWhereTheyAreMapped)
{
    const auto rows =
        read("study=ID,reader=Who,foramen=F,grade=G,superior=S,root=R,confidence=C,comment=N,notGradable=X",
             "ID,Who,F,G,S,R,C,N,X\nS1,Reader^A,L4/5 R,1,lost,normal,high,seen,\n"
             "S1,Reader^B,L4-L5:R,,,,,,motion\n")
            .value();
    ASSERT_THAT(rows, SizeIs(2));
    EXPECT_EQ(rows[0].reader, "Reader^A");
    EXPECT_EQ(rows[0].others.findings.side(AnatomicalDirection::Superior), SideState::Lost);
    EXPECT_EQ(rows[0].others.confidence, Confidence::High);
    const auto reading = takeTableRatings({rows[1]}, false).apply(samples::emptyReading()).value();
    EXPECT_EQ(reading.find(l4r)->notGradable, "motion");
}

TEST(RatingsTable, OneForamenIsRatedOnceByEachReader)
{
    const auto twice = read(usual, "ID,Level,Side,Grade\nS1,L4-L5,R,1\nS1,L4/5,right,2\n");
    ASSERT_FALSE(twice);
    EXPECT_THAT(twice.error().message(), HasSubstr("row 3"));
    EXPECT_THAT(twice.error().message(), HasSubstr("row 2"));
}

TEST(RatingsTable, AnotherGradeIsReplacedOnlyWhenThatWasSaid)
{
    const auto rows = read(usual, "ID,Level,Side,Grade\nS1,L4-L5,R,1\n").value();
    const auto graded = commands::setGrade(l4r, Grade::from(3)).apply(samples::emptyReading()).value();
    const auto refused = takeTableRatings(rows, false).apply(graded);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Exists);
    EXPECT_EQ(takeTableRatings(rows, true).apply(graded)->find(l4r)->grade, Grade::from(1));
    const auto same = commands::setGrade(l4r, Grade::from(1)).apply(samples::emptyReading()).value();
    EXPECT_TRUE(takeTableRatings(rows, false).apply(same));
}

TEST(RatingsTable, AMappingThatLeavesSomethingOpenIsRefused)
{
    for (const char* wrong :
         {"", "level=L,side=S,grade=G", "study=ID,grade=G", "study=ID,level=L,grade=G", "study=ID,study=X,foramen=F",
          "study=ID,foramen=F,severity=G", "study=ID,foramen", "study=ID,foramen=F,level=L,side=S",
          "study=ID,foramen=F,L4-L5:R=x", "study=ID,L4-L5:R=x,comment=C"})
        EXPECT_FALSE(parseTableColumns(wrong)) << wrong;
    EXPECT_THAT(read(usual, "ID,Level,Side\nS1,L4-L5,R\n").error().message(), HasSubstr("no column 'Grade'"));
    EXPECT_THAT(read(usual, "ID,Level,Side,Grade,Grade\nS1,L4-L5,R,1,2\n").error().message(), HasSubstr("twice"));
}

} // namespace grading
