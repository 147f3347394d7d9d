#include "grading/base/Uid.h"

#include <gtest/gtest.h>

#include <set>

namespace grading {
namespace {

TEST(Uid, generatedOnesAreValidAndDiffer)
{
    std::set<Uid> seen;
    for (int i = 0; i < 1000; ++i) {
        const Uid uid = Uid::generate();
        EXPECT_TRUE(uid.isValid()) << uid.text();
        EXPECT_TRUE(uid.text().starts_with("2.25."));
        seen.insert(uid);
    }
    EXPECT_EQ(seen.size(), 1000u);
}

TEST(Uid, aNameAlwaysGivesTheSameValidUid)
{
    EXPECT_EQ(Uid::fromName("reading/1"), Uid::fromName("reading/1"));
    EXPECT_NE(Uid::fromName("reading/1"), Uid::fromName("reading/2"));
    EXPECT_TRUE(Uid::fromName("").isValid());
}

class UidText : public ::testing::TestWithParam<std::pair<const char*, bool>> {};

TEST_P(UidText, isJudgedByPartFiveSectionNine)
{
    EXPECT_EQ(Uid(GetParam().first).isValid(), GetParam().second);
}

INSTANTIATE_TEST_SUITE_P(
    Table, UidText,
    ::testing::Values(std::pair("1.2.840.10008.1.1", true), std::pair("2.25.0", true), std::pair("1", true),
                      std::pair("", false), std::pair("1..2", false), std::pair("1.02", false), std::pair(".1", false),
                      std::pair("1.", false), std::pair("1.a", false),
                      std::pair("1.2345678901234567890123456789012345678901234567890123456789012345", false)));

} // namespace
} // namespace grading
