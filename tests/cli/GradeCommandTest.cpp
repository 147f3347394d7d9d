#include "CommandLine.h"
#include "TemporaryFolder.h"
#include "phantom/Phantom.h"

#include "grading/base/Files.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/Segmentation.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>

namespace grading {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// An error is one line that names the subject and says what is wrong.
bool isOneLine(const std::string& text)
{
    return text.find(": ") != std::string::npos && text.find('\n') == text.size() - 1;
}

/// The small phantom, made once; every case asks the program about it.
class GradeCommand : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = std::make_unique<samples::TemporaryFolder>();
        phantom::Options options;
        options.small = true;
        ASSERT_TRUE(phantom::generate(study(), options));
        s_truth = json::parse(readFile(study() / "truth" / "truth.json").value());
    }
    static void TearDownTestSuite() { s_folder.reset(); }

    static std::filesystem::path study() { return s_folder->path() / "phantom"; }
    static std::string stack(const std::string& series = "t2-sagittal")
    {
        return (study() / "dicom" / series).string();
    }
    static std::string label(const std::string& name) { return (study() / "truth" / name).string(); }
    static std::string own(const std::string& name) { return s_folder->file(name); }

    static test::CliRun grade(const std::string& stack, const std::string& marks, const std::string& foramen,
                              std::vector<std::string> more = {})
    {
        more.insert(more.begin(), {"grade", "--stack", stack, "--marks", marks, "--foramen", foramen});
        return test::runCli(more);
    }
    static json graded(const std::string& marks, std::vector<std::string> more = {})
    {
        more.emplace_back("--json");
        const auto ended = grade(stack(), marks, "L4-L5:R", std::move(more));
        EXPECT_EQ(ended.status, 0) << ended.err;
        return json::parse(ended.out, nullptr, false);
    }
    /// The T2 stack as the library sees it.
    static Stack scannedStack()
    {
        const auto catalogue = scanFolder({stack()});
        return *catalogue->stacks().front();
    }
    static LabelMap marksOf(const std::string& name)
    {
        const auto image = labelMapFromVolume(*readVolumeFile(label(name)), *scannedStack().geometry);
        return image->marks;
    }
    static std::string written(const std::string& name, const LabelMap& marks)
    {
        EXPECT_TRUE(writeVolumeFile(own(name), volumeFromLabelMap(marks, *scannedStack().geometry)));
        return own(name);
    }

    static inline std::unique_ptr<samples::TemporaryFolder> s_folder;
    static inline json s_truth;
};

TEST_F(GradeCommand, findsTheTruthOfEveryForamenInBothWeightings)
{
    for (const auto& foramen : s_truth["foramina"]) {
        for (const std::string weighting : {"t1", "t2"}) {
            const auto ended = grade(stack(weighting + "-sagittal"), label(foramen["labels"][weighting]),
                                     foramen["foramen"], {"--json"});
            ASSERT_EQ(ended.status, 0) << ended.err;
            EXPECT_EQ(ended.err, "");
            const auto document = json::parse(ended.out);
            for (const auto& [side, state] : foramen["sides"].items())
                EXPECT_EQ(document["sides"][side]["state"], state) << foramen["foramen"] << " " << side;
            EXPECT_EQ(document["slice"], foramen["slice"]) << foramen["foramen"];
            if (foramen["root"] == "deformed") { // its 0.75 mm pixels are too coarse to be sure of the dent as well
                EXPECT_LT(document["root"]["flattening"], 0.5) << foramen["foramen"];
                continue;
            }
            EXPECT_EQ(document["root"]["state"], "normal") << foramen["foramen"];
            EXPECT_EQ(document["suggestion"]["grades"], foramen["admissible"]) << foramen["foramen"];
            EXPECT_EQ(document["foramen"], foramen["foramen"]);
        }
    }
}

TEST_F(GradeCommand, printsWhatItsSchemaSays)
{
    const std::vector<std::vector<std::string>> variants{
        {}, {"--scheme", "sartoretti-2021"}, {"--scheme", "wildermuth-1998"}, {"--scheme", "lee-2010"}};
    for (const auto& variant : variants) {
        const auto problems = test::schemaErrors("grade-1", graded(label("L4-L5_R_t2.nrrd"), variant).dump());
        if (!problems)
            GTEST_SKIP() << "Python's jsonschema isn't installed";
        EXPECT_EQ(*problems, "");
    }
    auto document = graded(label("L4-L5_R_t2.nrrd"));
    document.erase("sides");
    EXPECT_NE(*test::schemaErrors("grade-1", document.dump()), "");
}

TEST_F(GradeCommand, takesLabelImagesOfEveryFormat)
{
    const auto expected = graded(label("L4-L5_R_t2.nrrd"));
    for (const char* name : {"marks.nii", "marks.nii.gz", "marks.nrrd", "marks.mha"})
        EXPECT_EQ(graded(written(name, marksOf("L4-L5_R_t2.nrrd"))), expected) << name;
}

TEST_F(GradeCommand, takesASegmentation)
{
    const Stack source = scannedStack();
    const auto foramen = *Foramen::parse("L4-L5:R");
    Segmentation object;
    object.sopInstance = Uid("2.25.81");
    object.series = Uid("2.25.82");
    object.study = source.studyUid;
    object.frameOfReference = source.frameOfReference;
    object.sourceSeries = source.seriesUid;
    object.stackId = source.id;
    object.creator = "Reader^One";
    object.created = fromIso8601("2026-03-02T09:15:04.250Z");
    object.geometry = *source.geometry;
    object.segments = segmentsOf(foramen, marksOf("L4-L5_R_t2.nrrd"), "test", 1, 1);
    ASSERT_TRUE(writeSegmentation(own("seg.dcm"), object, source));
    EXPECT_EQ(graded(own("seg.dcm")), graded(label("L4-L5_R_t2.nrrd")));
    const auto other = grade(stack(), own("seg.dcm"), "L3-L4:L");
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.err, HasSubstr("seg.dcm: holds no nerve root of L3-L4:L"));
}

TEST_F(GradeCommand, aSegOfOthersMarksTheForamenAskedForWhenItHasOneRoot)
{
    const Stack source = scannedStack();
    Segmentation object;
    object.sopInstance = Uid("2.25.91");
    object.series = Uid("2.25.92");
    object.study = source.studyUid;
    object.frameOfReference = source.frameOfReference;
    object.sourceSeries = source.seriesUid;
    object.stackId = source.id;
    object.creator = "Reader^One";
    object.created = fromIso8601("2026-03-02T09:15:04.250Z");
    object.geometry = *source.geometry;
    const auto write = [&](const std::string& name, int roots) {
        object.segments.clear();
        for (int i = 0; i < roots; ++i) {
            const auto first = static_cast<int>(object.segments.size()) + 1;
            for (auto& segment : segmentsOf(*Foramen::parse("L4-L5:R"), marksOf("L4-L5_R_t2.nrrd"), "test", 1, first)) {
                segment.trackingId = "Segment " + std::to_string(segment.number); // says nothing of a foramen
                segment.trackingUid = Uid("2.25.93" + std::to_string(segment.number));
                object.segments.push_back(std::move(segment));
            }
        }
        ASSERT_TRUE(writeSegmentation(own(name), object, source));
    };
    write("one-root.dcm", 1);
    auto fromSeg = graded(own("one-root.dcm"));
    EXPECT_EQ(fromSeg["sides"], graded(label("L4-L5_R_t2.nrrd"))["sides"]);
    EXPECT_THAT(grade(stack(), own("one-root.dcm"), "L4-L5:R").err, HasSubstr("No segment names its foramen"));
    write("two-roots.dcm", 2);
    EXPECT_EQ(grade(stack(), own("two-roots.dcm"), "L4-L5:R").status, 1);
}

TEST_F(GradeCommand, aStackWithAMissingSliceIsGradedOnTheGridThatVolumeWrites)
{
    const auto name = label("L4-L5_R_t2.nrrd");
    const Stack whole = scannedStack();
    const auto roots = marksOf("L4-L5_R_t2.nrrd").markedSlices(Structure::NerveRoot);
    const auto copyWithout = [&](const std::string& folder, const std::vector<int>& gone) {
        std::filesystem::create_directory(own(folder));
        for (int slice = 0; slice < whole.slices(); ++slice) {
            const auto& file = whole.imageAt(slice)->file;
            if (std::ranges::find(gone, slice) == gone.end())
                std::filesystem::copy_file(file, std::filesystem::path(own(folder)) / file.filename());
        }
        return own(folder);
    };
    const int elsewhere = roots.front() > 2 ? 1 : whole.slices() - 2;
    const auto expected = graded(name);
    const auto ended = grade(copyWithout("gap", {elsewhere}), name, "L4-L5:R", {"--json"});
    ASSERT_EQ(ended.status, 0) << ended.err;
    EXPECT_EQ(ended.json()["sides"], expected["sides"]);
    EXPECT_EQ(ended.json()["slice"], expected["slice"]);
    EXPECT_THAT(ended.err, HasSubstr("missing"));
    ASSERT_EQ(test::runCli({"volume", own("gap"), "-o", own("gap.nrrd")}).status, 0);
    EXPECT_TRUE(readVolumeFile(own("gap.nrrd"))->geometry().matches(*whole.geometry));

    // Where there is no image there is nothing to mark.
    const auto unseen = grade(copyWithout("unseen", roots), name, "L4-L5:R");
    EXPECT_EQ(unseen.status, 1);
    EXPECT_THAT(unseen.err, HasSubstr("holds a nerve root only where the series lacks the images"));
}

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
