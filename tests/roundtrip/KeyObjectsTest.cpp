#include "ContentTreeFile.h"
#include "DatasetParts.h"
#include "ExportedStudy.h"
#include "ReportConcepts.h"
#include "Validators.h"

#include "grading/base/Files.h"
#include "grading/dicom/EncapsulatedPdf.h"
#include "grading/dicom/KeyObjects.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};
const Foramen l4Left{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Left};
const Foramen l5Left{{{Region::Lumbar, 5}, {Region::Sacral, 1}}, Side::Left};

/// Two foramina graded on slice 4 of the first series, one on slice 3 of the second, one without marks.
Reading markedReading(const ExportedStudy& study)
{
    auto reading = study.newReading();
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    reading.foramina[l4Left].marks.push_back(study.marksOn(0, 3));
    reading.foramina[l5Left].marks.push_back(study.marksOn(1));
    reading.foramina[l5Left].marks.back().gradedSlice = 2;
    reading.foramina[*Foramen::parse("L2-L3:R")].grade = Grade::from(1);
    return reading;
}

ContentItem treeOf(DcmItem& dataset)
{
    return readContentTree(dataset, "key objects").value();
}

TEST(KeyObjects, AreTheGradedImagesEachOnceUnderTheTitleOfInterest)
{
    const ExportedStudy study;
    const auto file = loadObject(study.write(markedReading(study)).keyObjects);
    ASSERT_TRUE(file) << file.error().message();
    const auto root = treeOf(file->dataset());

    EXPECT_EQ(text(file->dataset(), DCM_Modality), "KO");
    EXPECT_TRUE(root.name.isSame(codes::ofInterest));
    EXPECT_EQ(root.templateId, "2010");
    std::vector<Uid> images;
    for (const auto& item : root.children) {
        if (item.type == ValueType::Image)
            images.push_back(item.image.sopInstance);
    }
    EXPECT_THAT(images, testing::UnorderedElementsAre(study.stack(0).imageAt(3)->sopInstance,
                                                      study.stack(1).imageAt(2)->sopInstance));
    EXPECT_EQ(root.textOf(codes::keyObjectDescription), "L4-L5 R neural foramen: series 3, image 4 of 15\n"
                                                        "L4-L5 L neural foramen: series 3, image 4 of 15\n"
                                                        "L5-S1 L neural foramen: series 4, image 3 of 15");
}

TEST(KeyObjects, AreNotMadeOfAReadingWithoutMarks)
{
    const ExportedStudy study;
    auto reading = study.newReading();
    reading.foramina[l4Right].grade = Grade::from(1);
    const auto request = reportRequest(reading, &study.catalogue().studies[0]);

    EXPECT_FALSE(hasKeyImages(request));
    const auto done = writeKeyObjects(study.folder() / "none.dcm", request);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(study.folder() / "none.dcm"));
}

TEST(EncapsulatedPdf, HoldsThePdfByteForByteAndPleasesTheValidator)
{
    const ExportedStudy study;
    const auto request = reportRequest(markedReading(study), &study.catalogue().studies[0]);
    const std::string pdf = "%PDF-1.4\nnot a real one, of odd length.\n%%EOF";
    const auto path = study.folder() / "pdf.dcm";
    ASSERT_TRUE(writeEncapsulatedPdf(path, pdf, "Neural foramina", request));
    EXPECT_FALSE(writeEncapsulatedPdf(study.folder() / "no.dcm", "plain text", "Neural foramina", request));

    const auto file = loadObject(path);
    ASSERT_TRUE(file);
    const Uint8* bytes = nullptr;
    ASSERT_TRUE(file->dataset().findAndGetUint8Array(DCM_EncapsulatedDocument, bytes).good());
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes), pdf.size()), pdf);
    EXPECT_EQ(text(file->dataset(), DCM_PatientName), "Phantom^Lumbar");
    if (test::hasDicom3tools()) {
        EXPECT_THAT(test::complaintsOfDciodvfy(path), testing::IsEmpty());
    }
}

} // namespace
} // namespace grading
