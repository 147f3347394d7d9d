#include "SampleReading.h"
#include "grading/report/Writers.h"

#include <gmock/gmock.h>

using namespace grading;
using namespace grading::test;
using testing::Each;
using testing::SizeIs;

namespace {

using Records = std::vector<std::vector<std::string>>;

/// Records and fields by RFC 4180 section 2.
Records parsed(const std::string& text)
{
    Records records{{""}};
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& field = records.back().back();
        if (text[i] == '"' && isQuoted && i + 1 < text.size() && text[i + 1] == '"')
            field += text[i++];
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            field += text[i];
        else if (text[i] == ',')
            records.back().emplace_back();
        else if (text[i] == '\n')
            records.push_back({""});
        else if (text[i] != '\r')
            field += text[i];
    }
    records.pop_back();
    return records;
}

std::string field(const Records& records, std::size_t row, const std::string& name)
{
    for (std::size_t i = 0; i < records[0].size(); ++i) {
        if (records[0][i] == name)
            return records[row][i];
    }
    ADD_FAILURE() << "no column " << name;
    return {};
}

} // namespace

TEST(ReportCsv, everyForamenHasOneRowAsWideAsTheHeader)
{
    const auto records = parsed(report::toCsv(makeReport(readingWithMarks(2))));
    ASSERT_THAT(records, SizeIs(1 + 10));
    EXPECT_THAT(records, Each(SizeIs(records[0].size())));
    EXPECT_EQ(field(records, 8, "foramen"), "L4-L5:L");
    EXPECT_EQ(field(records, 8, "grade"), "2");
    EXPECT_EQ(field(records, 8, "root_area_mm2"), "20.25");
    EXPECT_EQ(field(records, 8, "measured_anterior"), "kept");
    EXPECT_EQ(field(records, 7, "state"), "not read");
    EXPECT_EQ(field(records, 7, "root_area_mm2"), "");
}

TEST(ReportCsv, quotesCommasAndLineBreaksSurvive)
{
    Reading reading = readingWithMarks(2);
    reading.foramina.begin()->second.comment = "root \"flat\", see below\nsecond line";
    const auto records = parsed(report::toCsv(makeReport(reading)));
    ASSERT_THAT(records, SizeIs(1 + 10));
    EXPECT_EQ(field(records, 8, "comment"), "root \"flat\", see below\nsecond line");
}

TEST(ReportCsv, aCommentNeverBecomesAFormula)
{
    Reading reading = readingWithMarks(2);
    reading.foramina.begin()->second.comment = "=HYPERLINK(\"http://x\")";
    EXPECT_EQ(field(parsed(report::toCsv(makeReport(reading))), 8, "comment"), "'=HYPERLINK(\"http://x\")");
}
