#include "ExportedStudy.h"

#include "grading/base/Files.h"
#include "grading/dicom/Validate.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctk.h>

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;
using testing::Contains;
using testing::Field;

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};

Reading markedReading(const ExportedStudy& study)
{
    auto reading = study.newReading();
    reading.foramina[l4Right].grade = Grade::from(2);
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    reading.levelPlaces = {{l4Right.level, {0.1, 2, 3}, study.stack(0).frameOfReference}};
    return reading;
}

/// Changes the object in its file.
void plant(const std::filesystem::path& path, const std::function<void(DcmDataset&)>& change)
{
    DcmFileFormat file;
    ASSERT_TRUE(file.loadFile(path.c_str()).good());
    ASSERT_TRUE(file.loadAllDataIntoMemory().good());
    change(*file.getDataset());
    ASSERT_TRUE(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
}

/// Changes the first element of that tag, wherever it is nested.
template <class Value>
void changeFirst(DcmDataset& dataset, const DcmTagKey& tag, const Value& value)
{
    DcmStack stack;
    ASSERT_TRUE(dataset.search(tag, stack).good());
    auto& element = dynamic_cast<DcmElement&>(*stack.top());
    if constexpr (std::is_convertible_v<Value, const char*>)
        ASSERT_TRUE(element.putString(value).good());
    else
        ASSERT_TRUE(element.putFloat32Array(value.data(), value.size()).good());
}

TEST(Validate, FindsNothingWrongInOurOwnWithAndWithoutImages)
{
    const ExportedStudy study;
    const auto objects = study.write(markedReading(study));

    const auto alone = validateObjects(objects.all());
    const auto together = validateObjects({study.folder()});

    ASSERT_TRUE(alone && together);
    EXPECT_TRUE(alone->isFaultless());
    EXPECT_TRUE(together->isFaultless());
    EXPECT_THAT(together->issues, testing::IsEmpty());
    EXPECT_EQ(together->reports, 2) << "the report and the key objects";
    EXPECT_EQ(together->segmentations, 1);
    EXPECT_EQ(together->others, 30);
}

TEST(Validate, NamesAMissingSegmentation)
{
    const ExportedStudy study;
    const auto objects = study.write(markedReading(study));
    const auto result = validateObjects({objects.report});
    ASSERT_TRUE(result);
    EXPECT_THAT(result->issues, Contains(Field(&Issue::code, "missing-segmentation")));
    EXPECT_FALSE(result->isFaultless());
}

struct Fault {
    const char* code;
    bool isInReport;
    std::function<void(DcmDataset&)> change;
};

TEST(Validate, FindsEachPlantedFault)
{
    const std::vector<Fault> faults{
        {"unreadable", false, [](DcmDataset& d) { d.putAndInsertUint16(DCM_Rows, 640); }},
        {"bit-depth", false, [](DcmDataset& d) { d.putAndInsertUint16(DCM_HighBit, 7); }},
        {"frame-of-reference", false, [](DcmDataset& d) { d.putAndInsertString(DCM_FrameOfReferenceUID, "1.2.3"); }},
        {"undeclared-scheme", false,
         [](DcmDataset& d) { d.findAndDeleteElement(DCM_CodingSchemeIdentificationSequence); }},
        {"tracking-uid", false,
         [](DcmDataset& d) {
             DcmItem* segment = nullptr;
             d.findAndGetSequenceItem(DCM_SegmentSequence, segment, 1);
             segment->putAndInsertString(DCM_TrackingUID, "1.2.3");
         }},
        {"bad-uid", true, [](DcmDataset& d) { d.putAndInsertString(DCM_SeriesInstanceUID, "not.a.uid"); }},
        {"verification", true, [](DcmDataset& d) { d.putAndInsertString(DCM_VerificationFlag, "VERIFIED"); }},
        {"no-evidence", true,
         [](DcmDataset& d) { d.findAndDeleteElement(DCM_CurrentRequestedProcedureEvidenceSequence); }},
        {"coordinates", true, [](DcmDataset& d) { d.findAndDeleteElement(DCM_GraphicData, false, true); }},
        {"coordinates", true, [](DcmDataset& d) { changeFirst(d, DCM_GraphicType, "ELLIPSE"); }},
        {"disc", true,
         [](DcmDataset& d) {
             changeFirst(d, DCM_GraphicData, std::vector<Float32>{0, 2, 3});
         }},
    };
    const ExportedStudy study;
    for (const auto& fault : faults) {
        const auto objects = study.write(markedReading(study));
        plant(fault.isInReport ? objects.report : objects.segmentations[0], fault.change);
        const auto result = validateObjects({study.folder()});
        ASSERT_TRUE(result) << fault.code;
        EXPECT_THAT(result->issues, Contains(Field(&Issue::code, fault.code)));
        EXPECT_FALSE(result->isFaultless()) << fault.code;
    }
}

TEST(Validate, SurvivesObjectsCutOffAnywhere)
{
    const ExportedStudy study;
    const auto objects = study.write(markedReading(study));
    for (const auto& file : objects.all()) {
        const auto whole = readFile(file).value();
        for (std::size_t size = 200; size < whole.size(); size += whole.size() / 25 + 1) {
            ASSERT_TRUE(writeFile(study.folder() / "cut.dcm", whole.substr(0, size)));
            const auto result = validateObjects({study.folder() / "cut.dcm"});
            EXPECT_TRUE(!result || !result->isFaultless()) << size;
        }
    }
}

TEST(Validate, ReadsEveryHostileFileAndPeerWithoutCrashing)
{
    if (test::testData().empty())
        GTEST_SKIP() << "no test data";
    const auto peers = validateObjects({test::testData() / "peers"});
    const auto hostile = validateObjects({test::testData() / "hostile"});
    ASSERT_TRUE(peers);
    ASSERT_TRUE(hostile);
    std::cout << "peers: " << peers->reports << " reports, " << peers->segmentations << " segmentations, "
              << peers->issues.size() << " issues\n";
    EXPECT_GT(peers->reports, 20);
    EXPECT_GT(peers->segmentations, 10);
}

} // namespace
} // namespace grading
