#include "grading/base/Csv.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

using Fields = std::vector<std::string>;

TEST(Csv, quotesCommasAndLineEndsAreReadAsRfc4180Says)
{
    const auto records = parseCsv("\xef\xbb\xbf"
                                  "a,\"b,1\"\r\n\"two\nlines\",\"say \"\"hi\"\"\"\nlast,",
                                  "t.csv")
                             .value();
    ASSERT_EQ(records.size(), 3u);
    EXPECT_EQ(records[0].fields, (Fields{"a", "b,1"}));
    EXPECT_EQ(records[1].fields, (Fields{"two\nlines", "say \"hi\""}));
    EXPECT_EQ(records[2].fields, (Fields{"last", ""}));
    EXPECT_EQ(records[0].line, 1);
    EXPECT_EQ(records[2].line, 4);
}

TEST(Csv, anOpenQuoteIsRefusedByLine)
{
    const auto records = parseCsv("a,b\nc,\"d\n", "t.csv");
    ASSERT_FALSE(records.has_value());
    EXPECT_EQ(records.error().subject, "t.csv");
    EXPECT_NE(records.error().what.find("line 2"), std::string::npos);
}

TEST(Csv, aFieldWrittenIsTheFieldRead)
{
    for (const std::string field :
         {"plain", "with,comma", "with \"quotes\"", "two\nlines", " blanks ", "", "Größe 椎間孔"}) {
        const auto records = parseCsv(csvField(field) + ",x\n", "t.csv").value();
        EXPECT_EQ(records.at(0).fields.at(0), field);
    }
}

} // namespace
} // namespace grading
