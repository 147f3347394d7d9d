#include "grading/reading/Words.h"

#include <gtest/gtest.h>

#include <set>

namespace grading {

namespace {

template <class Choices, class Parse>
void expectEachNameIsItsOwn(const Choices& choices, Parse parse)
{
    std::set<std::string_view> names;
    for (const auto choice : choices) {
        EXPECT_EQ(parse(name(choice)), choice);
        EXPECT_TRUE(names.insert(name(choice)).second) << name(choice);
        EXPECT_FALSE(title(choice).empty());
    }
    EXPECT_EQ(parse("no such thing"), std::nullopt);
}

} // namespace

TEST(Words, EveryChoiceIsReadBackFromItsName)
{
    expectEachNameIsItsOwn(allRootContacts, parseRootContact);
    expectEachNameIsItsOwn(allConfidences, parseConfidence);
    expectEachNameIsItsOwn(allContributoryFindings, parseContributoryFinding);
    expectEachNameIsItsOwn(allEtiologies, parseEtiology);
}

TEST(PersonName, IsWhatDicomAllows)
{
    EXPECT_TRUE(isPersonName("Reader^One"));
    EXPECT_TRUE(isPersonName("Müller^Zoë"));
    EXPECT_TRUE(isPersonName("Yamada^Tarou=山田^太郎=やまだ^たろう"));
    EXPECT_TRUE(isPersonName(std::string(64, 'x')));
    EXPECT_FALSE(isPersonName("M\xfcller")) << "Latin-1";
    EXPECT_FALSE(isPersonName("\xc0\xaf")) << "overlong";
    EXPECT_FALSE(isPersonName("\xed\xa0\x80")) << "surrogate";
    EXPECT_FALSE(isPersonName("a\xe8\x85")) << "cut off";
    EXPECT_FALSE(isPersonName("=="));
    EXPECT_FALSE(isPersonName(""));
    EXPECT_FALSE(isPersonName(" ^ "));
    EXPECT_FALSE(isPersonName("a\\b"));
    EXPECT_FALSE(isPersonName("a\nb"));
    EXPECT_FALSE(isPersonName("a=b=c=d"));
    EXPECT_FALSE(isPersonName(std::string(65, 'x')));
}

} // namespace grading
