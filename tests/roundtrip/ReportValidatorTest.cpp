#include "ExportedStudy.h"
#include "Validators.h"

#include <gmock/gmock.h>

#include <tuple>

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
    const auto frame = study.stack(0).frameOfReference;
    reading.levelPlaces = {{*Level::parse("L3-L4"), {0.3, -18.7, 40.1}, frame},
                           {*Level::parse("L5-S1"), {0.5, -12, -30}, frame},
                           {*Level::parse("L6-S1"), {0.5, -12, -60}, frame}};
    return reading;
}

/// Every foramen from C2-C3 to L5-S1 on both sides, marked at places of its own.
Reading withAllForamina(const ExportedStudy& study)
{
    auto reading = study.newReading();
    int count = 0;
    for (const auto& level : reading.numbering.levels()) {
        if (level.region() == Region::Sacral)
            continue;
        for (const auto side : {Side::Right, Side::Left}) {
            auto& record = reading.foramina[{level, side}];
            record.grade = Grade::from(count % 4);
            record.marks.push_back(study.marksOn(static_cast<std::size_t>(count % 2), count % 5));
            ++count;
        }
    }
    EXPECT_EQ(count, 46);
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
    if (!objects.keyObjects.empty()) {
        EXPECT_THAT(test::complaintsOfDsrdump(objects.keyObjects), testing::IsEmpty()) << what;
    }
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

TEST(ReportValidator, FindsNothingWithAllForaminaOfTheSpine)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    const ExportedStudy study;
    expectNoComplaint(study, signedOff(withAllForamina(study)), "all 46");
}

TEST(ReportValidator, FindsNothingInAConsensusThatNamesTheReadersReports)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    const ExportedStudy study;
    auto one = signedOff(withForamina(study, 4, 4));
    auto two = one;
    two.reader.name = "Reader^Two";
    two.id = Uid("2.25.20260303");
    auto consensus = two;
    consensus.reader = {"Reader^Three", "University Hospital", ReaderRole::Adjudicator};
    consensus.id = Uid("2.25.20260304");
    auto request = reportRequest(consensus, &study.catalogue().studies[0]);
    request.predecessors = {reportOf(one), reportOf(two)};
    const auto path = study.folder() / "consensus.dcm";
    ASSERT_TRUE(writeStructuredReport(path, request));

    EXPECT_THAT(test::complaintsOfDciodvfy(path), testing::IsEmpty());
    EXPECT_THAT(test::complaintsOfDsrdump(path), testing::IsEmpty());
    EXPECT_THAT(readStructuredReport(path)->predecessors, testing::UnorderedElementsAreArray(request.predecessors));
}

class ReportOfSize : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(ReportOfSize, PleasesTheValidators)
{
    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    test::TestSeries series;
    std::tie(series.columns, series.rows) = GetParam();
    const ExportedStudy study(series);
    expectNoComplaint(study, signedOff(withForamina(study, 4, 4)), "odd size");
}

INSTANTIATE_TEST_SUITE_P(OddSizes, ReportOfSize,
                         testing::Values(std::pair(25, 23), std::pair(33, 35), std::pair(31, 9)));

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
