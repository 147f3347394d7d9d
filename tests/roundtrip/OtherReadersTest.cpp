#include "ExportedStudy.h"
#include "Validators.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace grading {
namespace {

using test::ExportedStudy;

const Foramen l4Right = *Foramen::parse("L4-L5:R");
const Foramen l5Left = *Foramen::parse("L5-S1:L");
const Foramen l3Left = *Foramen::parse("L3-L4:L");

Reading signedReading(const ExportedStudy& study)
{
    auto reading = study.newReading();
    reading.foramina[l4Right].grade = Grade::from(2);
    reading.foramina[l4Right].marks.push_back(study.marksOn(0));
    reading.foramina[l5Left].grade = Grade::from(0);
    reading.foramina[l5Left].marks.push_back(study.marksOn(0, 20));
    reading.foramina[l3Left].grade = Grade::from(1);
    reading.status = ReadingStatus::Signed;
    reading.signedAt = reading.created;
    return reading;
}

std::string folderOfReaders()
{
    auto folder = test::outputOf("'" FORAGRADE_SOURCE_DIR "/scripts/fetch-readers'", "--where").value_or("");
    while (folder.ends_with('\n'))
        folder.pop_back();
    return std::filesystem::is_directory(folder) ? folder : std::string();
}

/// As OHIF does it: what the viewer shows is what was marked.
TEST(CornerstoneReader, CountsTheVoxelsOfEverySegment)
{
    const auto packages = folderOfReaders();
    if (packages.empty())
        GTEST_SKIP() << "dcmjs and @cornerstonejs/adapters aren't there; run scripts/fetch-readers";
    const ExportedStudy study;
    const auto reading = signedReading(study);
    const auto objects = study.write(reading);
    std::string files = " '" + objects.segmentations.at(0).string() + "'";
    for (const auto& frame : study.stack(0).frames)
        files += " '" + frame.file.string() + "'";

    const auto output = test::outputOf(
        "cd", "'" + packages + "' && node '" FORAGRADE_SOURCE_DIR "/tests/roundtrip/readers/count-voxels.mjs'" + files);

    ASSERT_TRUE(output);
    const auto begin = output->rfind("{\"layers\"");
    ASSERT_NE(begin, std::string::npos) << *output;
    const auto document = nlohmann::json::parse(output->substr(begin), nullptr, false);
    ASSERT_FALSE(document.is_discarded()) << *output;
    EXPECT_EQ(document["layers"], 2) << "a foramen overlaps its root and fat";
    const auto written = segmentationsOf(reading)[0].segments;
    ASSERT_EQ(document["segments"].size(), written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        EXPECT_EQ(document["segments"][i]["number"], written[i].number);
        EXPECT_EQ(document["segments"][i]["trackingId"], written[i].trackingId);
        EXPECT_EQ(document["segments"][i]["voxels"], written[i].voxels()) << written[i].label;
    }
}

/// PixelMed walks the template definitions of PS3.16. It takes a quarter of a minute and much memory, so once.
TEST(PixelMedValidator, FindsNothingButItsKnownMistakes)
{
    if (!test::hasPixelMed())
        GTEST_SKIP() << "PixelMed's validator (libpixelmed-java) isn't installed";
    const ExportedStudy study;
    const auto objects = study.write(signedReading(study));
    EXPECT_THAT(test::complaintsOfPixelMed(objects.report), testing::IsEmpty());
}

} // namespace
} // namespace grading
