#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "ExportedStudy.h"
#include "ReportConcepts.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;
using testing::ElementsAre;

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};
const Foramen l3Left{{{Region::Lumbar, 3}, {Region::Lumbar, 4}}, Side::Left};
const Foramen l5Left{{{Region::Lumbar, 5}, {Region::Sacral, 1}}, Side::Left};

/// L3-L4 left graded without marks, L4-L5 right with marks, L5-S1 left not gradable.
Reading threeForamina(const ExportedStudy& study)
{
    auto reading = study.newReading();
    auto& marked = reading.foramina[l4Right];
    marked.grade = Grade::from(1);
    marked.findings.sides = {SideState::Lost, SideState::Lost, SideState::Preserved, SideState::NotAssessable};
    marked.findings.root = RootMorphology::Normal;
    marked.contact = RootContact::Deviation;
    marked.disagreementReason = "Thin fat on the neighbouring slice";
    marked.timeSpent = std::chrono::milliseconds(900);
    marked.marks.push_back(study.marksOn(0));
    reading.foramina[l3Left].grade = Grade::from(3);
    reading.foramina[l5Left].notGradable = "Metal artefact";
    return reading;
}

ContentItem treeOf(const std::filesystem::path& report)
{
    const auto file = loadObject(report);
    return readContentTree(file->dataset(), report.string()).value();
}

std::vector<const ContentItem*> groupsOf(const ContentItem& root)
{
    return root.find(codes::imagingMeasurements)->all(codes::measurementGroup);
}

TEST(ReportTree, GroupsStandInSegmentOrderAndThoseWithoutMarksLast)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    std::vector<std::string> ids;
    std::vector<std::string> templates;
    for (const auto* group : groupsOf(root)) {
        ids.push_back(group->textOf(codes::trackingIdentifier));
        templates.push_back(group->templateId);
    }
    EXPECT_EQ(root.templateId, "1500");
    EXPECT_THAT(ids, ElementsAre("L4-L5 R neural foramen", "L4-L5 R perineural fat", "L4-L5 R nerve root",
                                 "L3-L4 L neural foramen", "L5-S1 L neural foramen"));
    EXPECT_THAT(templates, ElementsAre("1411", "1411", "1411", "1501", "1501"));
}

TEST(ReportTree, DiscsStandLastByValueInTheirFrameOfReference)
{
    const ExportedStudy study;
    auto reading = threeForamina(study);
    const Level l4{{Region::Lumbar, 4}, {Region::Lumbar, 5}};
    const Level l6{{Region::Lumbar, 6}, {Region::Sacral, 1}};
    const auto frame = study.stack(0).frameOfReference;
    reading.levelPlaces = {{l4, {0.5, -20.25, 31}, frame}, {l6, {0.1, 2, 3}, frame}, {l4, {1, 2, 3}, Uid("2.25.4")}};

    const auto root = treeOf(study.write(reading).report);

    const auto groups = groupsOf(root);
    ASSERT_EQ(groups.size(), 8U);
    const auto& exact = *groups[5];
    EXPECT_EQ(exact.templateId, "1501");
    EXPECT_EQ(exact.textOf(codes::trackingIdentifier), "L4-L5 disc");
    EXPECT_TRUE(exact.codeOf(codes::finding).isSame(codes::disc));
    EXPECT_EQ(exact.codeOf(codes::findingSite).value, "243923001");
    const auto* center = exact.find(codes::center);
    ASSERT_NE(center, nullptr);
    EXPECT_EQ(center->type, ValueType::Coordinates3d);
    EXPECT_EQ(center->coordinates.graphicType, "POINT");
    EXPECT_THAT(center->coordinates.values, ElementsAre(0.5F, -20.25F, 31.0F));
    EXPECT_EQ(center->coordinates.frameOfReference, frame);
    EXPECT_EQ(exact.find(codes::exactPoint), nullptr) << "single precision holds it";
    EXPECT_EQ(groups[6]->codeOf(codes::findingSite).value, "FL-L6-S1");
    EXPECT_EQ(groups[6]->textOf(codes::exactPoint), "0.10000000000000001 2 3");
    EXPECT_EQ(groups[7]->textOf(codes::trackingIdentifier), "L4-L5 disc 2") << "in another frame of reference";
    EXPECT_NE(groups[7]->textOf(codes::trackingUid), exact.textOf(codes::trackingUid));
}

TEST(ReportTree, AreaAndVolumeComeFirstAndEveryNumberOfAGroupHasAChild)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    for (const auto* group : groupsOf(root)) {
        std::vector<std::string> names;
        for (const auto& item : group->children) {
            if (item.type != ValueType::Number)
                continue;
            names.push_back(item.name.meaning);
            EXPECT_FALSE(item.children.empty()) << item.name.meaning;
        }
        if (group->templateId == "1411") {
            ASSERT_GE(names.size(), 2U);
            EXPECT_EQ(names[0], "Area");
            EXPECT_EQ(names[1], "Volume");
        }
    }
}

TEST(ReportTree, NothingIsReferredToByReference)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    visit(root, [](const ContentItem& item, int) { EXPECT_FALSE(item.isByReference); });
}

TEST(ReportTree, VolumeUsesTheDistanceOfSlicesNotTheirThickness)
{
    const ExportedStudy study;
    const auto reading = threeForamina(study);
    const auto root = treeOf(study.write(reading).report);
    const auto& marks = reading.foramina.at(l4Right).marks[0];
    const auto* rootGroup = groupsOf(root)[2];
    const double voxels = static_cast<double>(marks.labels.count(Structure::NerveRoot));
    const double largest = static_cast<double>(marks.labels.count(Structure::NerveRoot, 3));
    EXPECT_NEAR(rootGroup->find(codes::volume)->number, voxels * 0.7 * 0.7 * 4.4, 1e-6);
    EXPECT_NEAR(rootGroup->find(codes::area)->number, largest * 0.7 * 0.7, 1e-6);
}

TEST(ReportTree, TheReadersFindingsAreSummedUpByDirection)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    const auto* group = groupsOf(root)[0];
    EXPECT_EQ(group->codeOf(codes::readersGrade).value, "FG1");
    EXPECT_EQ(group->codeOf(codes::severity).meaning, "Mild");
    EXPECT_TRUE(group->codeOf(codes::verticalLoss).isSame(codes::complete));
    EXPECT_TRUE(group->codeOf(codes::transverseLoss).isSame(codes::undetermined));
    EXPECT_TRUE(group->codeOf(codes::rootMorphology).isSame(codes::contacted));
    EXPECT_EQ(group->all(codes::fatCoverage).size(), 5U);
}

TEST(ReportTree, TheSuggestionNamesItsAlgorithmAndTheNumbersBehindIt)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    const auto suggested = groupsOf(root)[0]->all(codes::suggestedGrade);
    ASSERT_FALSE(suggested.empty());
    for (const auto* item : suggested) {
        EXPECT_FALSE(item->textOf(codes::algorithmName).empty());
        EXPECT_FALSE(item->textOf(codes::algorithmVersion).empty());
        const auto numbers = item->all(codes::fatCoverage);
        ASSERT_FALSE(numbers.empty());
        EXPECT_EQ(numbers[0]->relationship, Relationship::InferredFrom);
    }
}

TEST(ReportTree, NotGradableHasAReasonAndNeitherGradeNorSeverity)
{
    const ExportedStudy study;
    const auto root = treeOf(study.write(threeForamina(study)).report);
    const auto* group = groupsOf(root)[4];
    EXPECT_EQ(group->find(codes::readersGrade), nullptr);
    EXPECT_EQ(group->find(codes::severity), nullptr);
    EXPECT_EQ(group->find(codes::gradability)->textOf(codes::notGradableReason), "Metal artefact");
}

TEST(ReportTree, JapaneseNamesInIso2022SourcesBecomeUtf8)
{
    test::TestSeries series;
    series.patientName = "Yamada^Tarou=山田^太郎=やまだ^たろう";
    const ExportedStudy study(series);
    for (const auto& image : study.images()) { // as scanners in Japan write it (PS3.5 annex H.3)
        DcmFileFormat file;
        ASSERT_TRUE(file.loadFile(image.c_str()).good());
        ASSERT_TRUE(file.loadAllDataIntoMemory().good());
        file.getDataset()->putAndInsertString(DCM_SpecificCharacterSet, "\\ISO 2022 IR 87");
        file.getDataset()->putAndInsertString(DCM_PatientName, "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B="
                                                               "\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B");
        ASSERT_TRUE(file.saveFile(image.c_str(), EXS_LittleEndianExplicit).good());
    }
    const auto objects = study.write(threeForamina(study));
    for (const auto& object : objects.all()) {
        const auto file = loadObject(object);
        ASSERT_TRUE(file);
        EXPECT_EQ(text(file->dataset(), DCM_PatientName), series.patientName);
        EXPECT_EQ(text(file->dataset(), DCM_SpecificCharacterSet), "ISO_IR 192");
    }
}

} // namespace
} // namespace grading
