#include "Weighting.h"

#include <gtest/gtest.h>

namespace grading {

namespace {

struct RoleCase {
    const char* name;
    double repetitionTime; ///< 0: absent, as for the other times.
    double echoTime;
    double inversionTime;
    std::vector<std::string> sequence;
    std::vector<std::string> imageType;
    std::string description;
    const char* role;
    const char* weighting;
};

std::optional<double> given(double value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

class RoleTest : public testing::TestWithParam<RoleCase> {};

} // namespace

TEST_P(RoleTest, FollowsFromTimesThenWords)
{
    const auto& row = GetParam();
    FrameHeader frame;
    frame.rowDirection = {0, 1, 0};
    frame.columnDirection = {0, 0, -1};
    frame.acquisition.repetitionTime = given(row.repetitionTime);
    frame.acquisition.echoTime = given(row.echoTime);
    frame.acquisition.inversionTime = given(row.inversionTime);
    frame.acquisition.scanningSequence = row.sequence;
    frame.acquisition.imageType = row.imageType;
    frame.acquisition.description = row.description;
    const auto role = roleOf(frame);
    EXPECT_EQ(role.name(), row.role) << role.evidence;
    EXPECT_EQ(name(role.weighting), row.weighting) << role.evidence;
    EXPECT_FALSE(role.evidence.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Protocols, RoleTest,
    testing::Values(
        RoleCase{"T1Tse", 600, 11, 0, {"SE"}, {}, "", "sagittal-T1", "T1"},
        RoleCase{"T2Tse", 3500, 102, 0, {"SE"}, {}, "", "sagittal-T2", "T2"},
        RoleCase{"T2Space", 1500, 130, 0, {"SE"}, {}, "", "sagittal-T2", "T2"},
        RoleCase{"Stir", 4000, 60, 160, {"SE", "IR"}, {}, "", "sagittal-STIR", "STIR"},
        RoleCase{"StirByWord", 4000, 60, 0, {"SE"}, {}, "SAG STIR", "sagittal-STIR", "STIR"},
        RoleCase{"StirBeatsT2InItsName", 4000, 60, 0, {"SE"}, {}, "t2_tirm_sag", "sagittal-STIR", "STIR"},
        RoleCase{"FatSaturated", 3500, 90, 0, {"SE"}, {}, "t2_tse_fs_sag", "sagittal-T2", "T2-FS"},
        RoleCase{"ProtonDensity", 3000, 30, 0, {"SE"}, {}, "", "other", "PD"},
        RoleCase{"T1Flair", 2200, 9, 860, {"SE", "IR"}, {}, "SAG T1 FLAIR", "sagittal-T1", "T1"},
        RoleCase{"Flair", 8000, 120, 2300, {"SE", "IR"}, {}, "T2 FLAIR", "other", "other"},
        RoleCase{"TimesBeatTheDescription", 600, 11, 0, {"SE"}, {}, "T2 SAG", "sagittal-T1", "T1"},
        RoleCase{"WordsWhereTimesLack", 0, 0, 0, {"SE"}, {}, "T1 TSE SAG", "sagittal-T1", "T1"},
        RoleCase{"NoWordInsideAnother", 0, 0, 0, {}, {}, "ST10 PART1", "other", "other"},
        RoleCase{"DixonWater", 600, 11, 0, {"SE"}, {"ORIGINAL", "PRIMARY", "W"}, "", "other", "Dixon"},
        RoleCase{"LocalizerByType", 600, 5, 0, {"GR"}, {"ORIGINAL", "PRIMARY", "LOCALIZER"}, "", "localizer", "T1"},
        RoleCase{"LocalizerByWord", 0, 0, 0, {}, {}, "3-Plane Loc", "localizer", "other"},
        RoleCase{"LocalIsNoLocalizer", 600, 11, 0, {"SE"}, {}, "T1 SAG LOCAL", "sagittal-T1", "T1"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Role, PlaneIsTheDominantAxisOfTheNormal)
{
    FrameHeader frame;
    frame.rowDirection = {0.5, 0.8660254, 0}; // a sagittal turned by 30 degrees, as for cervical foramina
    frame.columnDirection = {0, 0, -1};
    frame.acquisition.description = "AXIAL T2";
    EXPECT_EQ(roleOf(frame).plane, ImagePlane::Sagittal);
}

} // namespace grading
