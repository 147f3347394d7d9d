#include "ExportedStudy.h"
#include "Validators.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;

Reading withForamina(const ExportedStudy& study, int count, int marked)
{
    auto reading = study.newReading();
    int done = 0;
    for (const auto& foramen : reading.numbering.foramina(Region::Lumbar)) {
        if (done == count)
            break;
        auto& record = reading.foramina[foramen];
        record.grade = Grade::from(done % 4);
        record.findings.sides = {SideState::Lost, SideState::Preserved, SideState::Lost, SideState::NotAssessable};
        record.findings.root = RootMorphology::Deformed;
        record.contact = RootContact::Compression;
        record.confidence = Confidence::High;
        record.contributory = {ContributoryFinding::DiscBulge, ContributoryFinding::Spondylolisthesis};
        record.meyerding = 2;
        record.etiology = {Etiology::Degenerative};
        record.comment = "Enge des Neuroforamens, 神経根圧迫";
        record.timeSpent = std::chrono::milliseconds(12500);
        if (done < marked)
            record.marks.push_back(study.marksOn(static_cast<std::size_t>(done % 2), done % 3));
        ++done;
    }
    return reading;
}

Reading signedOff(Reading reading)
{
    reading.status = ReadingStatus::Signed;
    reading.signedAt = fromIso8601("2026-03-03T10:00:00.000Z");
    return reading;
}

void expectNoComplaint(const ExportedStudy& study, const Reading& reading, const std::string& what)
{
    const auto objects = study.write(reading, what);
    auto together = study.images();
    for (const auto& file : objects.all()) {
        EXPECT_THAT(test::complaintsOfDciodvfy(file), testing::IsEmpty()) << what << " " << file;
        together.push_back(file);
    }
    EXPECT_THAT(test::complaintsOfDsrdump(objects.report), testing::IsEmpty()) << what;
    EXPECT_THAT(test::complaintsOfDcentvfy(together), testing::IsEmpty()) << what;
}

TEST(ReportValidator, FindsNothingInAnyStateOrSize)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    const ExportedStudy study;
    const auto one = withForamina(study, 1, 1);
    auto revised = withForamina(study, 2, 2);
    revised.revision = 2;
    expectNoComplaint(study, study.newReading(), "untouched");
    expectNoComplaint(study, withForamina(study, 3, 0), "no marks");
    expectNoComplaint(study, one, "one mark");
    expectNoComplaint(study, withForamina(study, 10, 4), "some marks");
    expectNoComplaint(study, withForamina(study, 10, 10), "all marks");
    expectNoComplaint(study, signedOff(one), "signed");
    expectNoComplaint(study, revised, "revised draft");
    expectNoComplaint(study, signedOff(revised), "revised and signed");
}

TEST(ReportValidator, FindsNothingWithNamesInOtherScripts)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    for (const std::string name : {"Müller^Jörg", "Yamada^Tarou=山田^太郎=やまだ^たろう", "Wang^XiaoDong=王^小东"}) {
        test::TestSeries series;
        series.patientName = name;
        const ExportedStudy study(series);
        auto reading = signedOff(withForamina(study, 2, 2));
        reading.reader.name = name;
        reading.reader.organization = "Universitätsklinik 東京";
        expectNoComplaint(study, reading, "name");
    }
}

} // namespace
} // namespace grading
