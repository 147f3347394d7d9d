#include "BodyRegion.h"
#include "ScannedFolder.h"

#include <gtest/gtest.h>

namespace grading {

using namespace test;

TEST(BodyRegion, IsReadFromWordsOfManyLanguages)
{
    for (const char* words : {"LSPINE", "MR Lumbar Spine", "LWS nativ", "RACHIS LOMBAIRE", "sag t2 l-spine", "腰椎MRI"})
        EXPECT_EQ(regionInWords(words), Region::Lumbar) << words;
    for (const char* words : {"CSPINE", "HWS", "Cervical spine", "t2_tse_sag_c-spine"})
        EXPECT_EQ(regionInWords(words), Region::Cervical) << words;
    for (const char* words : {"TSPINE", "BWS", "Thoracic"})
        EXPECT_EQ(regionInWords(words), Region::Thoracic) << words;
}

TEST(BodyRegion, IsNoneWhereNothingOrTwoPartsAreNamed)
{
    for (const char* words : {"", "SPINE", "T2 TSE SAG", "BRAIN", "cervical and lumbar spine", "CLSPINEX"})
        EXPECT_EQ(regionInWords(words), std::nullopt) << words;
}

TEST(BodyRegion, FollowsFromTheDistanceOfTheDiscsWhereTagsAreSilent)
{
    for (const auto& [apart, region] : {std::pair{17.0, Region::Cervical}, std::pair{35.0, Region::Lumbar}}) {
        std::vector<AnalyticSlice> slices;
        for (int disc = 0; disc < 4; ++disc) {
            AnalyticSlice first;
            first.rowDirection = {1, 0, 0};
            first.columnDirection = normalized({0, 1, 0.1 * disc});
            first.position = {-80, -80, apart * disc};
            slices = joined(slices, stackOf(first, 3, 3));
        }
        const ScannedFolder scanned(slices);
        for (const auto* stack : scanned.stacks()) {
            EXPECT_EQ(stack->role.region, region);
            EXPECT_FALSE(stack->role.regionEvidence.empty());
        }
    }
}

TEST(BodyRegion, IsTakenFromBodyPartExaminedBeforeDescriptions)
{
    AnalyticSlice first;
    first.texts = {{"BodyPartExamined", "LSPINE"}, {"StudyDescription", "MRI cervical and whole spine"}};
    const ScannedFolder scanned(stackOf(first, 3, 4));
    EXPECT_EQ(scanned.only().role.region, Region::Lumbar);
    EXPECT_TRUE(complaints(scanned.only().issues).empty());
}

} // namespace grading
