#include "grading/anatomy/SpineNumbering.h"

#include <gtest/gtest.h>

namespace grading {
namespace {

std::vector<std::string> names(const std::vector<Level>& levels)
{
    std::vector<std::string> names;
    for (const auto& level : levels)
        names.push_back(level.name());
    return names;
}

TEST(SpineNumbering, usualSpineHas23IntervertebralLevelsThenTheSacralOnes)
{
    const auto all = names(SpineNumbering{}.levels());
    ASSERT_EQ(all.size(), 23u + 4u + 1u);
    EXPECT_EQ(all.front(), "C2-C3");
    EXPECT_EQ(all[5], "C7-T1");
    EXPECT_EQ(all[17], "T12-L1");
    EXPECT_EQ(all[22], "L5-S1");
    EXPECT_EQ(all[23], "S1");
    EXPECT_EQ(all.back(), "S5-Co1");
}

TEST(SpineNumbering, tenLumbarForaminaRightBeforeLeftFromTheHead)
{
    const auto foramina = SpineNumbering{}.foramina(Region::Lumbar);
    ASSERT_EQ(foramina.size(), 10u);
    EXPECT_EQ(foramina.front().key(), "L1-L2:R");
    EXPECT_EQ(foramina[1].key(), "L1-L2:L");
    EXPECT_EQ(foramina.back().key(), "L5-S1:L");
}

TEST(SpineNumbering, sixLumbarVertebraeGiveL6S1AndFourGiveL4S1)
{
    SpineNumbering six;
    six.lumbar = 6;
    EXPECT_TRUE(six.has(*Level::parse("L6-S1")));
    EXPECT_FALSE(six.has(*Level::parse("L5-S1")));
    EXPECT_EQ(six.foramina(Region::Lumbar).size(), 12u);
    SpineNumbering four;
    four.lumbar = 4;
    EXPECT_TRUE(four.has(*Level::parse("L4-S1")));
    EXPECT_FALSE(four.has(*Level::parse("L4-L5")));
}

TEST(SpineNumbering, elevenThoracicVertebraeGiveT11L1)
{
    SpineNumbering eleven;
    eleven.thoracic = 11;
    EXPECT_TRUE(eleven.has(*Level::parse("T11-L1")));
    EXPECT_FALSE(eleven.has(*Level::parse("T12-L1")));
}

} // namespace
} // namespace grading
