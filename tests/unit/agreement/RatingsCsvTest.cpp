#include "grading/agreement/Ratings.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

TEST(RatingsCsv, columnsInAnyOrderOthersIgnoredEmptyIsMissing)
{
    const auto ratings =
        ratingsFromCsv("rating,note,reader,patient,item\r\n2,x,B,P1,L4-L5:R\r\n,y,A,P1,L4-L5:R\r\n0,z,A,P2,L4-L5:R\r\n",
                       "t.csv")
            .value();
    EXPECT_EQ(ratings.readers, (std::vector<std::string>{"B", "A"}));
    ASSERT_EQ(ratings.items.size(), 2u);
    EXPECT_EQ(ratings.items[0].categories, (std::vector<std::optional<int>>{2, std::nullopt}));
    EXPECT_EQ(ratings.items[1].categories, (std::vector<std::optional<int>>{std::nullopt, 0}));
    EXPECT_EQ(ratings.items[0].foramen, Foramen::parse("L4-L5:R"));
}

struct Refused {
    const char* csv;
    const char* names; ///< what the error must say
};

class RatingsCsvRefused : public ::testing::TestWithParam<Refused> {};

TEST_P(RatingsCsvRefused, namesFileLineAndValue)
{
    const auto ratings = ratingsFromCsv(GetParam().csv, "t.csv");
    ASSERT_FALSE(ratings.has_value());
    EXPECT_TRUE(ratings.error().message().starts_with("t.csv: "));
    EXPECT_NE(ratings.error().message().find(GetParam().names), std::string::npos) << ratings.error().message();
}

INSTANTIATE_TEST_SUITE_P(
    Table, RatingsCsvRefused,
    ::testing::Values(Refused{"patient,item,reader,rating\nP,I,A,4\n", "line 2: rating '4'"},
                      Refused{"patient,item,reader,rating\nP,I,A,1\nP,I,B,high\n", "line 3: rating 'high'"},
                      Refused{"patient,item,reader,rating\nP,I,A,1\nP,I,A,2\n", "line 3: rating '2'"},
                      Refused{"patient,item,reader,rating\nP,I,A,nan\n", "line 2: rating 'nan'"},
                      Refused{"patient,item,reader,rating\nP,I,,1\n", "line 2"},
                      Refused{"patient,item,reader,rating\nP,I\n", "line 2"},
                      Refused{"patient,item,reader,rating,rating\nP,I,A,1,2\n", "more than one column 'rating'"},
                      Refused{"patient,item,reader\nP,I,A\n", "'rating'"}, Refused{"", "empty"}));

} // namespace
} // namespace grading
