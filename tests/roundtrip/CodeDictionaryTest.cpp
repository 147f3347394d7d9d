#include "ReportCodes.h"
#include "ReportConcepts.h"

#include "grading/base/Files.h"

#include <gmock/gmock.h>

#include <set>

namespace grading {
namespace {

TEST(CodeDictionary, HasEachPrivateCodeOnceWithinTheLimitsOfDicom)
{
    std::set<std::string> values;
    for (const auto& code : privateCodes()) {
        EXPECT_TRUE(values.insert(code.value).second) << code.value;
        EXPECT_LE(code.value.size(), 16U);
        EXPECT_LE(code.meaning.size(), 64U) << code.meaning;
    }
}

TEST(CodeDictionary, IsPublishedWordForWord)
{
    const auto published = readFile(FORAGRADE_SOURCE_DIR "/docs/99FORAMEN.md");
    ASSERT_TRUE(published);
    for (const auto& code : privateCodes())
        EXPECT_THAT(*published, testing::HasSubstr("| " + code.value + " | " + code.meaning + " |"));
    EXPECT_THAT(*published, testing::HasSubstr(std::string(privateSchemeUid)));
}

TEST(CodeDictionary, LevelsHaveTheStandardCodeWhereThereIsOne)
{
    EXPECT_EQ(codeOf(*Level::parse("L4-L5")).value, "243923001");
    EXPECT_EQ(codeOf(*Level::parse("C7-T1")).value, "243925008");
    EXPECT_EQ(codeOf(*Level::parse("L5-L6")).value, "FL-L5-L6");
    EXPECT_EQ(codeOf(*Level::parse("S1")).scheme, "99FORAMEN");
    for (const int lumbar : {4, 5, 6}) {
        SpineNumbering numbering;
        numbering.lumbar = lumbar;
        for (const auto& level : numbering.levels())
            EXPECT_EQ(levelFrom(codeOf(level)), level) << level.name();
    }
}

} // namespace
} // namespace grading
