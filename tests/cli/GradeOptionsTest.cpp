#include "GradeCommand.h"
#include "ReadingSamples.h"

#include <algorithm>
#include <set>

namespace grading {
namespace {

TEST_F(GradeCommand, slicesAreCountedFromOne)
{
    const auto marks = marksOf("L4-L5_R_t2.nrrd");
    for (const int slice : marks.markedSlices(Structure::NerveRoot))
        EXPECT_EQ(graded(label("L4-L5_R_t2.nrrd"), {"--slice", std::to_string(slice + 1)})["slice"], slice + 1);
}

TEST_F(GradeCommand, fatThatWasNotLookedForIsNotLost)
{
    LabelMap marks = marksOf("L2-L3_L_t2.nrrd");
    for (const int slice : marks.markedSlices())
        marks = marks.erased(slice, marks.pixels(slice, Structure::PerineuralFat));
    const std::string file = written("no-fat.nrrd", marks);
    const auto open = graded(file);
    EXPECT_EQ(open["suggestion"]["grades"], json::parse("[0,1,2]"));
    EXPECT_EQ(open["sides"]["anterior"], json::parse(R"({"coverage":null,"state":"notAssessable"})"));
    const auto confirmed = graded(file, {"--no-fat-seen"});
    EXPECT_EQ(confirmed["suggestion"]["grades"], json::parse("[2]"));
    EXPECT_EQ(confirmed["sides"]["anterior"]["state"], "lost");
}

TEST_F(GradeCommand, ownParametersAreNamedInTheDocument)
{
    std::ofstream(own("parameters.json")) << R"({"id": "strict", "minimumThicknessMm": 9})";
    const auto document = graded(label("L1-L2_R_t2.nrrd"), {"--parameters", own("parameters.json")});
    EXPECT_EQ(document["suggestion"]["parameters"], "strict");
    EXPECT_EQ(document["sides"]["superior"]["state"], "lost");
    std::ofstream(own("parameters.json")) << R"({"minimumThicknessMm": 9})";
    const auto ended = grade(stack(), label("L1-L2_R_t2.nrrd"), "L1-L2:R", {"--parameters", own("parameters.json")});
    EXPECT_EQ(ended.status, 1);
    EXPECT_TRUE(isOneLine(ended.err)) << ended.err;
}

TEST_F(GradeCommand, printsTheWholeParameterSetFitToBeUsedAgain)
{
    std::ofstream(own("parameters.json")) << R"({"id": "strict", "minimumThicknessMm": 9, "minimumRootPixels": 21})";
    EXPECT_EQ(test::schemaErrors("parameters-1", readFile(own("parameters.json")).value()).value_or(""), "");
    const auto document = graded(label("L1-L2_R_t2.nrrd"), {"--parameters", own("parameters.json")});
    EXPECT_EQ(document["parameters"]["id"], "strict");
    EXPECT_EQ(document["parameters"]["minimumThicknessMm"], 9);
    EXPECT_EQ(document["parameters"]["preservedCoverage"], 0.5);
    EXPECT_EQ(test::schemaErrors("parameters-1", document["parameters"].dump()).value_or(""), "");
    std::ofstream(own("printed.json")) << document["parameters"].dump();
    EXPECT_EQ(graded(label("L1-L2_R_t2.nrrd"), {"--parameters", own("printed.json")}), document);
    EXPECT_THAT(grade(stack(), label("L1-L2_R_t2.nrrd"), "L1-L2:R").out,
                HasSubstr("scheme document version 1, parameters foragrade-2026.1"));
}

TEST_F(GradeCommand, comparesTheRootWithTheOtherSideAndTheNeighbours)
{
    const auto alone = graded(label("L4-L5_R_t2.nrrd"))["root"];
    EXPECT_TRUE(alone["toOtherSide"].is_null());
    EXPECT_TRUE(alone["toNeighbours"].is_null());
    const auto area = [](const json& document) { return document["root"]["areaMm2"].get<double>(); };
    const double other = area(graded(label("L4-L5_L_t2.nrrd")));
    const double above = area(graded(label("L3-L4_R_t2.nrrd")));
    const double below = area(graded(label("L5-S1_R_t2.nrrd")));
    const auto root = graded(label("L4-L5_R_t2.nrrd"), {"--other-side", label("L4-L5_L_t2.nrrd"), "--neighbour",
                                                        label("L3-L4_R_t2.nrrd"), label("L5-S1_R_t2.nrrd")})["root"];
    const double own = alone["areaMm2"];
    EXPECT_NEAR(root["toOtherSide"]["area"].get<double>(), own / other, 1e-3);
    EXPECT_NEAR(root["toNeighbours"]["area"].get<double>(), own / ((above + below) / 2), 1e-3);
    const auto none = grade(stack(), label("L4-L5_R_t2.nrrd"), "L4-L5:R", {"--other-side", "nowhere.nrrd"});
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("nowhere.nrrd"));
}

TEST_F(GradeCommand, suggestsByASchemeOfOnesOwn)
{
    const auto file = own("ward.json");
    std::ofstream(file) << toJson(samples::ownScheme());
    const auto document = graded(label("L4-L5_R_t2.nrrd"), {"--scheme", file});
    EXPECT_EQ(test::schemaErrors("grade-1", document.dump()).value_or(""), "");
    EXPECT_EQ(document["suggestion"]["scheme"], "ward-7");
    EXPECT_EQ(document["suggestion"]["schemeVersion"], "3");
    EXPECT_EQ(document["suggestion"]["definition"], json::parse(toJson(samples::ownScheme())));
    for (const auto& entry : document["suggestion"]["grades"])
        EXPECT_TRUE(entry.get<std::string>()[0] >= 'A' && entry.get<std::string>()[0] <= 'E') << entry;
    EXPECT_EQ(grade(stack(), label("L4-L5_R_t2.nrrd"), "L4-L5:R", {"--scheme", own("none.json")}).status, 1);
}

TEST_F(GradeCommand, givesEachReasonOnceForASmallRoot)
{
    LabelMap marks = marksOf("L4-L5_R_t2.nrrd");
    const auto root = marks.markedSlices(Structure::NerveRoot);
    for (const int slice : root)
        marks = marks.erased(slice, marks.pixels(slice, Structure::NerveRoot));
    const int middle = root[root.size() / 2];
    const auto column = marks.columns() / 2;
    marks = marks.painted(middle, PixelSet({{marks.rows() / 2, column, column + 9}}), Structure::NerveRoot);
    std::set<std::string> once;
    const auto document = graded(written("small.nrrd", marks));
    for (const auto& reason : document["suggestion"]["reasons"]) {
        const auto text = reason.get<std::string>();
        EXPECT_TRUE(once.insert(text).second) << text;
    }
    EXPECT_TRUE(once.contains("only 9 pixels of root are marked, too few to judge its shape"));
    EXPECT_EQ(std::ranges::count_if(once, [](const auto& t) { return t.find("not assessable") != t.npos; }), 1);
}

TEST_F(GradeCommand, aFolderWithMoreThanOneStackNeedsAnId)
{
    const auto open = grade((study() / "dicom").string(), label("L4-L5_R_t2.nrrd"), "L4-L5:R");
    EXPECT_EQ(open.status, 2);
    EXPECT_TRUE(isOneLine(open.err)) << open.err;
    const Stack source = scannedStack();
    EXPECT_THAT(open.err, HasSubstr(source.id));
    EXPECT_EQ(grade((study() / "dicom").string() + "#" + source.id, label("L4-L5_R_t2.nrrd"), "L4-L5:R").status, 0);
    EXPECT_EQ(grade(stack() + "#1", label("L4-L5_R_t2.nrrd"), "L4-L5:R").status, 0);
}

TEST_F(GradeCommand, refusesWrongUsageWithTwoAndBadInputWithOneInOneLine)
{
    struct Case {
        int status;
        std::string stackText, marks, foramen;
        std::vector<std::string> more;
        std::string says;
    };
    const std::string good = label("L4-L5_R_t2.nrrd");
    std::ofstream(own("broken.nrrd")) << "NRRD0004\ntype: short\n";
    std::ofstream(own("empty.nii.gz"));
    const std::string noRoot =
        written("no-root.nrrd", LabelMap(marksOf("L4-L5_R_t2.nrrd").columns(), marksOf("L4-L5_R_t2.nrrd").rows(),
                                         marksOf("L4-L5_R_t2.nrrd").slices()));
    const std::vector<Case> cases{
        {2, stack(), good, "L4-L5", {}, "L4-L5"},
        {2, stack(), good, "L3-S1:R", {}, "L3-S1:R"},
        {2, stack(), good, "L4-L5:R", {"--scheme", "rsna-2024"}, "document, lee-2010"},
        {2, stack(), good, "L4-L5:R", {"--slice", "x"}, "x"},
        {2, stack(), good, "L4-L5:R", {"--frobnicate"}, "frobnicate"},
        {1, stack(), good, "L4-L5:R", {"--slice", "0"}, "slice 0"},
        {1, stack(), good, "L4-L5:R", {"--slice", "1"}, "slice 1"},
        {1, stack(), good, "L4-L5:R", {"--slice", "400"}, "slice 400"},
        {1, stack(), own("none.nrrd"), "L4-L5:R", {}, "none.nrrd"},
        {1, stack(), own("broken.nrrd"), "L4-L5:R", {}, "broken.nrrd"},
        {1, stack(), own("empty.nii.gz"), "L4-L5:R", {}, "empty.nii.gz"},
        {1, stack(), noRoot, "L4-L5:R", {}, "no-root.nrrd: holds no nerve root"},
        {1, stack(), label("truth.json"), "L4-L5:R", {}, "truth.json"},
        {1, stack(), stack() + "/IM0001.dcm", "L4-L5:R", {}, "IM0001.dcm"},
        {1, stack() + "#2", good, "L4-L5:R", {}, "#2"},
        {1, own("nowhere"), good, "L4-L5:R", {}, "nowhere"},
        {1, (study() / "truth").string(), good, "L4-L5:R", {}, "holds no stack"},
        {1, stack("t2-axial") + "#1", good, "L4-L5:R", {}, "its voxels aren't the stack's"},
    };
    for (const auto& row : cases) {
        const auto ended = grade(row.stackText, row.marks, row.foramen, row.more);
        EXPECT_EQ(ended.status, row.status) << row.says << ": " << ended.err;
        EXPECT_TRUE(isOneLine(ended.err)) << ended.err;
        EXPECT_THAT(ended.err, HasSubstr(row.says));
        EXPECT_EQ(ended.out, "");
    }
}

TEST_F(GradeCommand, reportsOddLabelsAndFarClustersOnStderrAndInTheDocument)
{
    const LabelMap marks = marksOf("L4-L5_R_t2.nrrd");
    const int slice = marks.markedSlices().front();
    const std::string file = written("far.nrrd", marks.painted(slice, PixelSet({{1, 1, 4}}), Structure::PerineuralFat));
    const auto ended = grade(stack(), file, "L4-L5:R", {"--json"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.err, HasSubstr("15 mm"));
    EXPECT_EQ(json::parse(ended.out)["issues"][0]["code"], "marks-far-apart");
}

TEST_F(GradeCommand, warnsOfCervicalGradesFromTrueSagittalSlices)
{
    EXPECT_THAT(grade(stack(), label("L4-L5_R_t2.nrrd"), "C5-C6:R").err, HasSubstr("under-grade"));
    EXPECT_EQ(grade(stack(), label("L4-L5_R_t2.nrrd"), "L4-L5:R").err, "");
}

TEST_F(GradeCommand, helpShowsAnExample)
{
    const auto ended = test::runCli({"grade", "--help"});
    EXPECT_EQ(ended.status, 0);
    EXPECT_THAT(ended.out, HasSubstr("Example:\n  foragrade-cli grade --stack"));
}

} // namespace
} // namespace grading
