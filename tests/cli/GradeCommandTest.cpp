#include "GradeCommand.h"

#include <cstdlib>

namespace grading {
namespace {

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
        const std::string withoutRegion = "dcmodify --no-backup --erase '(0062,0002)[*].(0008,2218)' ";
        ASSERT_EQ(std::system((withoutRegion + own(name)).c_str()), 0);
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

} // namespace
} // namespace grading
