#include "grading/anatomy/Foramen.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

struct RootRow {
    const char* foramen;
    const char* root;
};

class NerveRootOfForamen : public ::testing::TestWithParam<RootRow> {};

TEST_P(NerveRootOfForamen, leavesAsTheAnatomyBooksSay)
{
    const auto foramen = Foramen::parse(GetParam().foramen);
    ASSERT_TRUE(foramen.has_value());
    EXPECT_EQ(foramen->nerveRoot(), GetParam().root);
    EXPECT_EQ(foramen->key(), GetParam().foramen);
}

INSTANTIATE_TEST_SUITE_P(Table, NerveRootOfForamen,
                         ::testing::Values(RootRow{"C2-C3:R", "C3"}, RootRow{"C6-C7:L", "C7"}, RootRow{"C7-T1:R", "C8"},
                                           RootRow{"T1-T2:L", "T1"}, RootRow{"T12-L1:R", "T12"},
                                           RootRow{"T13-L1:R", "T13"}, RootRow{"L1-L2:R", "L1"},
                                           RootRow{"L4-L5:L", "L4"}, RootRow{"L5-S1:R", "L5"}, RootRow{"L4-S1:R", "L4"},
                                           RootRow{"L6-S1:L", "L6"}, RootRow{"S1:R", "S1"}, RootRow{"S4:L", "S4"},
                                           RootRow{"S5-Co1:R", "S5"}));

class NotAForamen : public ::testing::TestWithParam<const char*> {};

TEST_P(NotAForamen, isRefused)
{
    EXPECT_FALSE(Foramen::parse(GetParam()).has_value());
}

INSTANTIATE_TEST_SUITE_P(Table, NotAForamen,
                         ::testing::Values("", "L4-L5", "L4-L5:X", "L5-L4:R", "L4-L6:R", "C1-C2:R", "S1-S2:R", "S5:R",
                                           "L3-S1:R", "T10-L1:R", "C8-T1:L", "L4–L5:R", ":R", "L4-L5:RR"));

TEST(Foramen, isParsedInAnyCaseAndWithBlankOrColon)
{
    EXPECT_EQ(Foramen::parse("l4-l5:r"), Foramen::parse("L4-L5 R"));
    EXPECT_EQ(Foramen::parse("L4-L5:r")->side, Side::Right);
}

TEST(Foramen, hasTheTrackingIdentifierThatReportsFix)
{
    EXPECT_EQ(Foramen::parse("L4-L5:R")->trackingIdentifier(), "L4-L5 R neural foramen");
    EXPECT_EQ(Foramen::parse("L5-S1:L")->title(), "L5-S1 left");
}

} // namespace
} // namespace grading
