#include "ExportedStudy.h"
#include "RandomReading.h"

#include "grading/base/Files.h"
#include "grading/dicom/ImportReading.h"
#include "grading/reading/ReadingJson.h"

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;
using test::storedText;

const Foramen l4Right{{{Region::Lumbar, 4}, {Region::Lumbar, 5}}, Side::Right};
const Foramen l5Left{{{Region::Lumbar, 5}, {Region::Sacral, 1}}, Side::Left};

/// What DICOM text can hold of it: no control characters, no empty items.
void makeStorable(std::vector<std::string>& texts)
{
    for (auto& text : texts)
        text = storedText(text);
    std::erase_if(texts, [](const std::string& text) { return text.empty(); });
}

LabelMap randomLabels(const Stack& stack, samples::RandomReading& random)
{
    LabelMap labels(stack.columns, stack.rows, stack.slices());
    for (int i = random.below(8); i > 0; --i) {
        const int begin = random.below(stack.columns - 1);
        const PixelSet pixels({{random.below(stack.rows), begin, begin + 1 + random.below(stack.columns - begin)}});
        labels = labels.painted(random.below(stack.slices()), pixels, allStructures[std::size_t(random.below(3))]);
    }
    return labels;
}

/// A random reading, moved onto the study's stacks.
Reading randomReading(const ExportedStudy& study, unsigned seed)
{
    samples::RandomReading random(seed);
    auto reading = random.reading();
    reading.study = study.identity();
    reading.indication = storedText(reading.indication);
    makeStorable(reading.symptoms);
    for (auto& [foramen, record] : reading.foramina) {
        makeStorable(record.findings.notes);
        for (auto* text : {&record.imageQuality, &record.disagreementReason, &record.decisionReason, &record.comment})
            *text = storedText(*text);
        if (record.notGradable)
            record.notGradable = storedText(*record.notGradable);
        std::size_t index = 0;
        for (auto& marks : record.marks) {
            const auto& stack = study.stack(index++);
            marks.stackId = stack.id;
            marks.frameOfReference = stack.frameOfReference;
            marks.geometry = *stack.geometry;
            marks.labels = randomLabels(stack, random);
            marks.gradedSlice = random.below(stack.slices());
            marks.algorithm = storedText(marks.algorithm);
        }
    }
    std::erase_if(reading.foramina, [](const auto& entry) { return entry.second.isUntouched(); });
    return reading;
}

TEST(ReportRoundTrip, AnyReadingComesBackEqual)
{
    const ExportedStudy study;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const auto reading = randomReading(study, seed);
        const auto objects = study.write(reading, "seed" + std::to_string(seed));

        const auto back = importReading(objects.report, objects.segmentations, study.catalogue());

        ASSERT_TRUE(back) << "seed " << seed << ": " << back.error().message();
        EXPECT_EQ(toJson(*back), toJson(reading)) << "seed " << seed;
        EXPECT_EQ(*back, reading) << "seed " << seed;
    }
}

TEST(ReportRoundTrip, ExportingTheImportGivesTheSameObjects)
{
    const ExportedStudy study;
    auto reading = study.newReading();
    reading.foramina[l4Right].grade = Grade::from(2);
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    reading.foramina[l5Left].marks.push_back(study.marksOn(1, 3));
    reading.foramina[l5Left].comment = "two stacks";
    reading.status = ReadingStatus::Signed;
    reading.signedAt = reading.created;
    const auto first = study.write(reading, "first-export");

    const auto back = importReading(first.report, first.segmentations, study.catalogue());
    ASSERT_TRUE(back) << back.error().message();
    const auto second = study.write(*back, "second-export");

    EXPECT_EQ(readFile(first.report).value(), readFile(second.report).value());
    ASSERT_EQ(first.segmentations.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(readFile(first.segmentations[i]).value(), readFile(second.segmentations[i]).value());
}

TEST(ReportRoundTrip, DraftSignedAndRevisedAreDifferentInstancesAndTheRevisionNamesTheSigned)
{
    const ExportedStudy study;
    auto draft = study.newReading();
    draft.foramina[l4Right].grade = Grade::from(1);
    auto changed = draft;
    changed.foramina[l4Right].grade = Grade::from(2);
    auto signedReading = draft;
    signedReading.status = ReadingStatus::Signed;
    signedReading.signedAt = draft.created;
    auto revised = signedReading;
    revised.status = ReadingStatus::Draft;
    revised.signedAt.reset();
    revised.revision = 2;

    EXPECT_EQ(reportOf(draft), reportOf(draft));
    EXPECT_EQ(reportOf(signedReading), reportOf(signedReading));
    std::set<Uid> instances;
    for (const auto& reading : {draft, changed, signedReading, revised})
        instances.insert(reportOf(reading).sopInstance);
    EXPECT_EQ(instances.size(), 4U);
    const auto read = readStructuredReport(study.write(revised).report);
    ASSERT_TRUE(read);
    EXPECT_THAT(read->predecessors, testing::ElementsAre(reportOf(signedReading)));
}

TEST(ReportRoundTrip, AMissingSegmentationIsNamed)
{
    const ExportedStudy study;
    auto reading = study.newReading();
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    const auto objects = study.write(reading);

    const auto back = importReading(objects.report, {}, study.catalogue());

    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, ErrorCode::NotFound);
    EXPECT_THAT(back.error().what, testing::HasSubstr(segmentationsOf(reading)[0].sopInstance.text()));
}

TEST(ReportRoundTrip, ReportsOfOthersAreNeverGuessedIntoGrades)
{
    const auto peers = test::testData() / "peers";
    if (!std::filesystem::is_directory(peers))
        GTEST_SKIP() << "no peers in the test data";
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(peers)) {
        if (entry.path().extension() != ".dcm")
            continue;
        const auto read = readStructuredReport(entry.path());
        EXPECT_FALSE(read) << entry.path();
        refused += read ? 0 : 1;
    }
    EXPECT_GT(refused, 0);
}

} // namespace
} // namespace grading
