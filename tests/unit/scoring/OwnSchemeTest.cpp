#include "TemporaryFolder.h"

#include "grading/base/Files.h"
#include "grading/scoring/Suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grading {
namespace {

using testing::ElementsAre;

Result<GradingScheme> read(const std::string& text)
{
    const samples::TemporaryFolder folder;
    EXPECT_TRUE(writeFile(folder.file("own.json"), text));
    return readScheme(folder.file("own.json"));
}

std::string own(const std::string& four = R"(["C"])", const std::string& more = "")
{
    return R"({"schema": "foragrade/scheme/1", "id": "own", "version": "2", "title": "Own", "source": "Our ward",
               "grades": {"none": [0], "one": ["A"], "twoOpposing": ["A", "B"], "twoAdjacent": ["B"], "three": ["B"],
               "four": )" +
           four + "}" + more + "}";
}

TEST(OwnScheme, suggestsByItsOwnTable)
{
    const auto scheme = read(own(R"(["C"], "deformed": ["D"])"));
    ASSERT_TRUE(scheme) << scheme.error().message();
    FindingSet findings;
    findings.sides = {SideState::Lost, SideState::Lost, SideState::Preserved, SideState::Preserved};
    findings.root = RootMorphology::Normal;
    const auto suggestion = suggest(findings, *scheme);
    EXPECT_THAT(suggestion.grades, ElementsAre("A", "B"));
    EXPECT_EQ(suggestion.scheme, "own");
    EXPECT_EQ(suggestion.schemeVersion, "2");
    findings.root = RootMorphology::Deformed;
    EXPECT_THAT(suggest(findings, *scheme).grades, ElementsAre("D"));
}

TEST(OwnScheme, appendsItsDigitsForSides)
{
    const auto scheme =
        read(own(R"(["C"])", R"(, "sideSuffixes": {"superior": 4, "inferior": 3, "anterior": 2, "posterior": 1})"));
    ASSERT_TRUE(scheme) << scheme.error().message();
    FindingSet findings;
    findings.sides = {SideState::Lost, SideState::Preserved, SideState::Preserved, SideState::Lost};
    findings.root = RootMorphology::Normal;
    EXPECT_THAT(suggest(findings, *scheme).grades, ElementsAre("B14"));
}

TEST(OwnScheme, thatBreaksThePublishedSchemaIsRefused)
{
    for (const auto& text :
         {std::string("["), std::string("{}"), own("[]"), own(R"(["CC"])"), own(R"(["C", "C"])"), own("[-1]"),
          own(R"(["C"], "five": ["D"])"), own(R"(["C"])", R"(, "more": 1)"),
          own(R"(["C"])", R"(, "sideSuffixes": {"superior": 4})"), own(R"(["C"], "deformed": [])")}) {
        const auto scheme = read(text);
        ASSERT_FALSE(scheme) << text;
        EXPECT_EQ(scheme.error().code, ErrorCode::Unreadable);
    }
    auto taken = own();
    taken.replace(taken.find("\"own\""), 5, "\"document\"");
    EXPECT_FALSE(read(taken));
}

} // namespace
} // namespace grading
