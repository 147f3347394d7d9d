#include "ExportedStudy.h"

#include "grading/dicom/ImportMarks.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/imaging/VolumeFile.h"
#include "grading/measure/LabelImage.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

const Foramen l4Right = *Foramen::parse("L4-L5:R");
const Foramen l5Left = *Foramen::parse("L5-S1:L");

/// A segmentation of ours made foreign: nothing in it says foramen or structure any more.
std::filesystem::path foreignSegmentation(const ExportedStudy& study,
                                          const std::function<void(DcmDataset&)>& change = {})
{
    auto reading = study.newReading();
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    const auto path = study.write(reading, "foreign").segmentations[0];
    DcmFileFormat file;
    EXPECT_TRUE(file.loadFile(path.c_str()).good() && file.loadAllDataIntoMemory().good());
    auto& dataset = *file.getDataset();
    for (unsigned long i = 0; i < 3; ++i) {
        DcmItem* segment = nullptr;
        dataset.findAndGetSequenceItem(DCM_SegmentSequence, segment, static_cast<long>(i));
        DcmItem* type = nullptr;
        segment->findAndGetSequenceItem(DCM_SegmentedPropertyTypeCodeSequence, type);
        type->putAndInsertString(DCM_CodeValue, "85756007");
        type->putAndInsertString(DCM_CodingSchemeDesignator, "SCT");
        segment->putAndInsertString(DCM_SegmentLabel, ("Segment_" + std::to_string(i + 1)).c_str());
        for (const auto& tag : {DCM_TrackingID, DCM_TrackingUID, DCM_AnatomicRegionSequence})
            segment->findAndDeleteElement(tag);
    }
    if (change)
        change(dataset);
    EXPECT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    return path;
}

SegmentMap mapFrom(const std::string& segments)
{
    return segmentMapFromJson(R"({"schema":"foragrade/segment-map/1","segments":[)" + segments + "]}").value();
}

const std::string wholeMap = R"({"number":1,"foramen":"L5-S1:L","structure":"foramenOutline"},
    {"label":"Segment_2","foramen":"L5-S1:L","structure":"perineuralFat"},
    {"number":3,"foramen":"L5-S1:L","structure":"nerveRoot"})";

TEST(ImportMarks, AMapSaysWhatSegmentsOfOthersAre)
{
    const ExportedStudy study;
    MarksRequest request;
    request.map = mapFrom(wholeMap);
    const auto import = importMarks(foreignSegmentation(study), study.catalogue(), request);
    ASSERT_TRUE(import) << import.error().message();
    ASSERT_EQ(import->marks.size(), 1U);
    const auto& marks = import->marks.at(l5Left);
    EXPECT_EQ(marks.labels, study.marksOn(0).labels);
    EXPECT_EQ(marks.stackId, study.stack(0).id);
    EXPECT_EQ(marks.geometry, *study.stack(0).geometry);
    EXPECT_THAT(import->issues, testing::IsEmpty());
}

TEST(ImportMarks, WithoutAMapNothingIsGuessed)
{
    const ExportedStudy study;
    const auto import = importMarks(foreignSegmentation(study), study.catalogue(), {});
    ASSERT_FALSE(import);
    EXPECT_EQ(import.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(import.error().message(), HasSubstr("'Segment_1'"));
}

TEST(ImportMarks, LabelsThatSayForamenAndStructureAreTakenAndItIsSaid)
{
    const ExportedStudy study;
    const auto path = foreignSegmentation(study, [](DcmDataset& dataset) {
        const char* labels[]{"Foramen L4/5 right", "fat_L4_L5_R", "L4-5 DRG, right"};
        for (unsigned long i = 0; i < 3; ++i) {
            DcmItem* segment = nullptr;
            dataset.findAndGetSequenceItem(DCM_SegmentSequence, segment, static_cast<long>(i));
            segment->putAndInsertString(DCM_SegmentLabel, labels[i]);
        }
    });
    const auto import = importMarks(path, study.catalogue(), {});
    ASSERT_TRUE(import) << import.error().message();
    EXPECT_EQ(import->marks.at(l4Right).labels, study.marksOn(0).labels);
    EXPECT_THAT(import->issues, Contains(Field(&Issue::code, "taken-by-label")).Times(3));
}

TEST(ImportMarks, WhatTheMapLeavesOutIsToldAndWhatItInventsIsRefused)
{
    const ExportedStudy study;
    const auto path = foreignSegmentation(study);
    MarksRequest request;
    request.map = mapFrom(R"({"number":3,"foramen":"L4-L5:R","structure":"nerveRoot"},{"number":1,"foramen":null})");
    const auto import = importMarks(path, study.catalogue(), request);
    ASSERT_TRUE(import) << import.error().message();
    EXPECT_EQ(import->marks.at(l4Right).labels.count(Structure::PerineuralFat), 0U);
    EXPECT_THAT(import->issues, testing::ElementsAre(Field(&Issue::code, "segment-left-out")));

    request.map = mapFrom(R"({"label":"Nerve","foramen":"L4-L5:R","structure":"nerveRoot"})");
    const auto invented = importMarks(path, study.catalogue(), request);
    ASSERT_FALSE(invented);
    EXPECT_EQ(invented.error().code, ErrorCode::NotFound);
    EXPECT_THAT(invented.error().message(), HasSubstr("3 'Segment_3'"));
}

TEST(ImportMarks, SegmentsThatMarkTheSameAreJoinedAndNamed)
{
    const ExportedStudy study;
    MarksRequest request;
    request.map = mapFrom(R"({"number":1,"foramen":"L5-S1:L","structure":"nerveRoot"},
        {"number":2,"foramen":"L5-S1:L","structure":"perineuralFat"},
        {"number":3,"foramen":"L5-S1:L","structure":"nerveRoot"})");
    const auto import = importMarks(foreignSegmentation(study), study.catalogue(), request);
    ASSERT_TRUE(import) << import.error().message();
    ASSERT_EQ(import->issues.size(), 1U);
    const auto& issue = import->issues[0];
    EXPECT_EQ(issue.code, "segments-joined");
    EXPECT_EQ(issue.severity, Severity::Warning);
    EXPECT_THAT(issue.text, HasSubstr("1 ('Segment_1') and 3 ('Segment_3')"));
    EXPECT_THAT(issue.text, HasSubstr("the nerve root of " + l5Left.title()));
    const auto& drawn = study.marksOn(0).labels;
    std::size_t all = 0;
    for (const int slice : drawn.markedSlices())
        all += drawn.markedPixels(slice).count();
    EXPECT_EQ(import->marks.at(l5Left).labels.count(Structure::NerveRoot), all) << "the first holds the third";
}

TEST(ImportMarks, AMapWithAWrongFieldNamesIt)
{
    for (const auto& [json, says] : std::vector<std::pair<std::string, std::string>>{
             {"[]", "JSON object"},
             {R"({"schema":"foragrade/reading/1"})", "segment-map"},
             {R"({"segments":[{"number":0,"foramen":null}]})", "segments[1]"},
             {R"({"segments":[{"number":1,"foramen":null},{"number":2,"foramen":"L9-L10:R","structure":"nerveRoot"}]})",
              "segments[2]"},
             {R"({"segments":[{"number":1,"foramen":"L4-L5:R","structure":"bone"}]})", "structure"},
             {R"({"segments":[{"foramen":null}]})", "number or the label"}}) {
        const auto map = segmentMapFromJson(json);
        ASSERT_FALSE(map) << json;
        EXPECT_THAT(map.error().message(), HasSubstr(says));
    }
}

TEST(ImportMarks, AnotherFrameOfReferenceIsRefusedEvenToBeResampled)
{
    const ExportedStudy study;
    const auto path = foreignSegmentation(
        study, [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3"); });
    for (const bool resample : {false, true}) {
        MarksRequest request;
        request.map = mapFrom(wholeMap);
        request.resample = resample;
        const auto import = importMarks(path, study.catalogue(), request);
        ASSERT_FALSE(import);
        EXPECT_EQ(import.error().code, ErrorCode::Mismatch);
        EXPECT_THAT(import.error().what, HasSubstr("frame of reference"));
    }
}

TEST(ImportMarks, AnotherGridIsResampledOnlyWhenAsked)
{
    const ExportedStudy study; // its second series has other pixels in the same frame of reference
    MarksRequest request;
    request.map = mapFrom(wholeMap);
    request.stackId = study.stack(1).id;
    const auto path = foreignSegmentation(study);
    const auto refused = importMarks(path, study.catalogue(), request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(refused.error().message(), HasSubstr("--resample"));

    request.resample = true;
    const auto import = importMarks(path, study.catalogue(), request);
    ASSERT_TRUE(import) << import.error().message();
    const auto& marks = import->marks.at(l5Left);
    EXPECT_EQ(marks.geometry, *study.stack(1).geometry);
    EXPECT_GT(marks.labels.count(Structure::NerveRoot), 0U);
    EXPECT_THAT(import->issues, Contains(Field(&Issue::code, "resampled")).Times(3));
}

TEST(ImportMarks, ALabelImageIsPlacedBySpaceAloneWhateverItsAxes)
{
    const ExportedStudy study;
    const auto marks = study.marksOn(0);
    const auto path = study.folder() / "labels.nii.gz";
    ASSERT_TRUE(writeVolumeFile(path, volumeFromLabelMap(marks.labels, marks.geometry)));
    MarksRequest request;
    request.foramen = l4Right;

    const auto import = importMarks(path, study.catalogue(), request);

    ASSERT_TRUE(import) << import.error().message();
    EXPECT_EQ(import->marks.at(l4Right).labels, marks.labels);
    EXPECT_FALSE(import->marks.at(l4Right).algorithm.empty()) << "that it was imported is kept";
    EXPECT_FALSE(importMarks(path, study.catalogue(), {})) << "labels without names say nothing";
}

TEST(ImportMarks, ALabelImageThatFitsTwoStacksNeedsAName)
{
    const ExportedStudy study;
    auto images = study.catalogue();
    auto twin = images.studies[0].series[0];
    twin.uid = Uid("1.2.3.4");
    twin.stacks[0].id = "1.2.3.4#1";
    images.studies[0].series.push_back(twin);
    const auto marks = study.marksOn(0);
    const auto path = study.folder() / "labels.nrrd";
    ASSERT_TRUE(writeVolumeFile(path, volumeFromLabelMap(marks.labels, marks.geometry)));
    MarksRequest request;
    request.foramen = l4Right;
    const auto unclear = importMarks(path, images, request);
    ASSERT_FALSE(unclear);
    EXPECT_EQ(unclear.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(unclear.error().message(), HasSubstr("1.2.3.4#1"));
    request.stackId = "1.2.3.4#1";
    EXPECT_TRUE(importMarks(path, images, request));
    request.stackId = "none#1";
    EXPECT_EQ(importMarks(path, images, request).error().code, ErrorCode::NotFound);
}

TEST(TakeMarks, PutsThemIntoAReadingAndReplacesOnlyWhenAsked)
{
    const ExportedStudy study;
    MarksImport import;
    import.marks[l4Right] = study.marksOn(0);
    auto reading = study.newReading();
    const auto taken = takeMarks(import, false).apply(reading);
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->foramina.at(l4Right).marks, std::vector{study.marksOn(0)});

    import.marks[l4Right] = study.marksOn(0, 4);
    const auto refused = takeMarks(import, false).apply(*taken);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Exists);
    EXPECT_EQ(takeMarks(import, true).apply(*taken)->foramina.at(l4Right).marks, std::vector{study.marksOn(0, 4)});

    auto done = *taken;
    done.status = ReadingStatus::Signed;
    EXPECT_EQ(takeMarks(import, true).apply(done).error().code, ErrorCode::Refused);
}

/// dcmqi's SEG and the label image that it was made from, on the images that both were made on.
TEST(PeerMarks, OfDcmqiAsSegAndAsLabelImageAreTheSame)
{
    const auto folder = test::testData() / "peers/dcmqi/segmentations";
    if (!std::filesystem::is_directory(folder))
        GTEST_SKIP() << "no dcmqi segmentations in the test data";
    for (const std::string name : {"23x38x3", "24x38x3"}) {
        const auto images = scanFolder({folder / name / "image"});
        ASSERT_TRUE(images);
        const auto seg = readForeignMarks(folder / name / "seg/label.seg");
        ASSERT_TRUE(seg) << seg.error().message();
        MarksRequest request;
        std::string entries;
        for (const auto& segment : seg->segments) {
            entries += std::string(entries.empty() ? "" : ",") + R"({"number":)" + std::to_string(segment.number) +
                       R"(,"foramen":"L4-L5:R","structure":"nerveRoot"})";
        }
        request.map = mapFrom(entries);
        const auto fromSeg = importMarks(folder / name / "seg/label.seg", *images, request);
        const auto fromLabels = importMarks(folder / name / "nrrd/label.nrrd", *images, request);
        ASSERT_TRUE(fromSeg) << fromSeg.error().message();
        ASSERT_TRUE(fromLabels) << fromLabels.error().message();
        EXPECT_EQ(fromSeg->marks.at(l4Right).labels, fromLabels->marks.at(l4Right).labels) << name;
        EXPECT_GT(fromSeg->marks.at(l4Right).labels.count(Structure::NerveRoot), 0U);
    }
}

} // namespace
} // namespace grading
