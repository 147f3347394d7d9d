#include "grading/scoring/Suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace grading {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using Grades = std::vector<std::string>;

/// Letters of the lost sides, "SI"; '?' behind a letter: not assessable.
FindingSet findings(const std::string& lost, std::optional<RootMorphology> root = RootMorphology::Normal)
{
    FindingSet set;
    set.root = root;
    set.sides.fill(SideState::Preserved);
    const std::string letters = "SIAP";
    for (std::size_t i = 0; i < lost.size(); ++i) {
        if (lost[i] == '?')
            continue;
        const bool isOpen = i + 1 < lost.size() && lost[i + 1] == '?';
        set.sides[letters.find(lost[i])] = isOpen ? SideState::NotAssessable : SideState::Lost;
    }
    return set;
}

struct Row {
    std::string lost;
    Grades document;
    Grades lee;
    Grades sartoretti;
    Grades wildermuth;
};

/// All 16 patterns, written out by hand from the tables of the rule.
const std::vector<Row> rows{
    {"", {"0"}, {"0"}, {"A"}, {"0", "1"}},
    {"S", {"1"}, {"0", "1"}, {"B1"}, {"2"}},
    {"I", {"1"}, {"0", "1"}, {"B3"}, {"2"}},
    {"A", {"1"}, {"0", "1"}, {"B4"}, {"2"}},
    {"P", {"1"}, {"0", "1"}, {"B2"}, {"2"}},
    {"SI", {"1"}, {"1"}, {"C13"}, {"2"}},
    {"AP", {"1"}, {"1"}, {"C24"}, {"2"}},
    {"SA", {"1", "2"}, {"0", "1"}, {"C14"}, {"2"}},
    {"SP", {"1", "2"}, {"0", "1"}, {"C12"}, {"2"}},
    {"IA", {"1", "2"}, {"0", "1"}, {"C34"}, {"2"}},
    {"IP", {"1", "2"}, {"0", "1"}, {"C23"}, {"2"}},
    {"SIA", {"1", "2"}, {"1", "2"}, {"D134"}, {"2"}},
    {"SIP", {"1", "2"}, {"1", "2"}, {"D123"}, {"2"}},
    {"SAP", {"1", "2"}, {"1", "2"}, {"D124"}, {"2"}},
    {"IAP", {"1", "2"}, {"1", "2"}, {"D234"}, {"2"}},
    {"SIAP", {"2"}, {"2"}, {"E1234"}, {"3"}},
};

class SchemeTable : public testing::TestWithParam<Row> {};

TEST_P(SchemeTable, admitsByLossWhileTheRootIsNormal)
{
    const Row& row = GetParam();
    const FindingSet set = findings(row.lost);
    EXPECT_THAT(suggest(set, *findScheme("document")).grades, ElementsAreArray(row.document));
    EXPECT_THAT(suggest(set, *findScheme("lee-2010")).grades, ElementsAreArray(row.lee));
    EXPECT_THAT(suggest(set, *findScheme("sartoretti-2021")).grades, ElementsAreArray(row.sartoretti));
    EXPECT_THAT(suggest(set, *findScheme("wildermuth-1998")).grades, ElementsAreArray(row.wildermuth));
}

TEST_P(SchemeTable, deformedOrCollapsedRootOutweighsTheFatExceptInWildermuth)
{
    const Row& row = GetParam();
    for (const auto root : {RootMorphology::Deformed, RootMorphology::Collapsed}) {
        const FindingSet set = findings(row.lost, root);
        EXPECT_THAT(suggest(set, *findScheme("document")).grades, ElementsAre("3"));
        EXPECT_THAT(suggest(set, *findScheme("lee-2010")).grades, ElementsAre("3"));
        EXPECT_THAT(suggest(set, *findScheme("sartoretti-2021")).grades, ElementsAre("F"));
        EXPECT_THAT(suggest(set, *findScheme("wildermuth-1998")).grades, ElementsAreArray(row.wildermuth));
    }
}

TEST_P(SchemeTable, rootNotAssessableOrNotRecordedAddsTheDeformedGrade)
{
    const Row& row = GetParam();
    for (const auto root : {std::optional(RootMorphology::NotAssessable), std::optional<RootMorphology>()}) {
        Grades expected = row.document;
        expected.emplace_back("3");
        EXPECT_THAT(suggest(findings(row.lost, root), documentScheme()).grades, ElementsAreArray(expected));
    }
}

std::string rowName(const testing::TestParamInfo<Row>& info)
{
    return info.param.lost.empty() ? "none" : info.param.lost;
}

INSTANTIATE_TEST_SUITE_P(AllPatterns, SchemeTable, testing::ValuesIn(rows), rowName);

/// The row whose lost sides are those of `lost`, in any order.
Row rowOf(std::string lost)
{
    std::sort(lost.begin(), lost.end());
    for (const auto& row : rows) {
        std::string other = row.lost;
        std::sort(other.begin(), other.end());
        if (other == lost)
            return row;
    }
    throw std::logic_error("no such row");
}

/// All 3⁴ combinations, expanded here by hand and looked up in the table of complete patterns.
TEST(OpenSides, admitTheUnionOfBothStates)
{
    const std::string letters = "SIAP";
    for (int code = 0; code < 81; ++code) {
        std::string written;
        std::vector<std::string> complete{""};
        for (int side = 0, rest = code; side < 4; ++side, rest /= 3) {
            const char letter = letters[static_cast<std::size_t>(side)];
            if (rest % 3 == 0)
                continue;
            written += letter;
            const auto before = complete;
            for (auto& pattern : complete)
                pattern += letter;
            if (rest % 3 == 2) {
                written += '?';
                complete.insert(complete.end(), before.begin(), before.end());
            }
        }
        std::set<std::string> document;
        std::set<std::string> lee;
        std::set<std::string> sartoretti;
        for (const auto& pattern : complete) {
            const Row row = rowOf(pattern);
            document.insert(row.document.begin(), row.document.end());
            lee.insert(row.lee.begin(), row.lee.end());
            sartoretti.insert(row.sartoretti.begin(), row.sartoretti.end());
        }
        EXPECT_THAT(suggest(findings(written), *findScheme("document")).grades, ElementsAreArray(document)) << written;
        EXPECT_THAT(suggest(findings(written), *findScheme("lee-2010")).grades, ElementsAreArray(lee)) << written;
        EXPECT_THAT(suggest(findings(written), *findScheme("sartoretti-2021")).grades, ElementsAreArray(sartoretti))
            << written;
    }
}

TEST(OpenSides, countTheSameWhetherNotAssessableOrNotRecorded)
{
    FindingSet unset = findings("SA?");
    unset.sides[indexOf(AnatomicalDirection::Anterior)].reset();
    EXPECT_EQ(suggest(unset, documentScheme()).grades, suggest(findings("SA?"), documentScheme()).grades);
}

TEST(OpenSides, nothingRecordedAdmitsEverything)
{
    EXPECT_THAT(suggest(FindingSet{}, documentScheme()).grades, ElementsAre("0", "1", "2", "3"));
}

TEST(Schemes, documentIsTheFirstAndTheDefault)
{
    EXPECT_EQ(documentScheme().id, "document");
    std::vector<std::string> ids;
    for (const auto& scheme : gradingSchemes())
        ids.push_back(scheme.id);
    EXPECT_THAT(ids, ElementsAre("document", "lee-2010", "sartoretti-2021", "wildermuth-1998"));
}

TEST(Schemes, aLabelDerivedFromTheFinalGradeIsNoScheme)
{
    EXPECT_EQ(findScheme("rsna-2024"), nullptr);
}

TEST(Schemes, everySuggestionNamesSchemeAndVersion)
{
    for (const auto& scheme : gradingSchemes()) {
        const Suggestion suggestion = suggest(findings("SA"), scheme);
        EXPECT_EQ(suggestion.scheme, scheme.id);
        EXPECT_EQ(suggestion.schemeVersion, scheme.version);
        EXPECT_FALSE(suggestion.schemeVersion.empty());
        EXPECT_FALSE(scheme.source.empty());
        EXPECT_EQ(suggestion.parameters, "");
    }
}

} // namespace
} // namespace grading
