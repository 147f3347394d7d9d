#include "SeededStudy.h"
#include "Validators.h"

#include "Deidentification.h"
#include "TextCleaning.h"

#include "grading/base/Files.h"
#include "grading/dicom/Deidentify.h"
#include "grading/dicom/ScanFolder.h"
#include "grading/dicom/StructuredReport.h"
#include "grading/dicom/Validate.h"

#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <gmock/gmock.h>

#include <map>

namespace grading {
namespace {

using test::SeededStudy;
namespace fs = std::filesystem;

const Pseudonyms& pseudonyms()
{
    static const Pseudonyms made("a key for tests, long enough");
    return made;
}

DeidentifyRequest requestFor(const fs::path& input, const fs::path& output)
{
    return {{input}, output, {}};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether the bytes hold it; a number counts when it stands alone.
bool holds(const std::string& bytes, const std::string& seed)
{
    const bool isNumber = std::ranges::all_of(seed, [](char c) { return isDigit(c) || c == '.'; });
    for (auto at = bytes.find(seed); at != std::string::npos; at = bytes.find(seed, at + 1)) {
        const auto end = at + seed.size();
        const bool isAlone = (at == 0 || !isDigit(bytes[at - 1])) && (end == bytes.size() || !isDigit(bytes[end]));
        if (!isNumber || isAlone)
            return true;
    }
    return false;
}

std::map<std::string, std::string> pixelsByInstance(const fs::path& folder, bool isSource)
{
    std::map<std::string, std::string> pixels;
    for (const auto& path : test::filesBelow(folder)) {
        DcmFileFormat file;
        if (file.loadFile(path.c_str()).bad())
            continue;
        OFString uid;
        DcmElement* element = nullptr;
        file.getDataset()->findAndGetOFString(DCM_SOPInstanceUID, uid);
        if (file.getDataset()->findAndGetElement(DCM_PixelData, element).bad())
            continue;
        Uint8* bytes = nullptr;
        element->getUint8Array(bytes);
        const Uid original{std::string(uid.c_str())};
        pixels[(isSource ? pseudonyms().uid(original) : original).text()] =
            std::string(reinterpret_cast<char*>(bytes), element->getLength()); // NOLINT
    }
    return pixels;
}

TEST(Deidentify, LeavesNoneOfTheSeededIdentifiersInBytesNorInFileNames)
{
    const SeededStudy study;
    ASSERT_GE(study.seeds().size(), 200U);
    for (const auto dates : {DeidentifyOptions::Dates::Remove, DeidentifyOptions::Dates::Shift}) {
        for (const auto descriptors : {DeidentifyOptions::Descriptors::Remove, DeidentifyOptions::Descriptors::Clean}) {
            const test::TemporaryFolder out;
            auto request = requestFor(study.folder(), out / "out");
            request.options.dates = dates;
            request.options.descriptors = descriptors;
            const auto done = deidentify(request, pseudonyms());
            ASSERT_TRUE(done) << done.error().message();
            const auto files = test::filesBelow(out / "out");
            ASSERT_EQ(files.size(), test::filesBelow(study.folder()).size());
            for (const auto& file : files) {
                const auto bytes = readFile(file).value();
                const auto name = file.lexically_relative(out.path()).string();
                for (const auto& seed : study.seeds()) {
                    EXPECT_FALSE(holds(bytes, seed)) << seed << " in " << file;
                    EXPECT_FALSE(holds(name, seed)) << seed << " in " << name;
                }
            }
        }
    }
}

TEST(Deidentify, GivesObjectsThatResolveTheirReferencesAndPleaseTheValidators)
{
    const SeededStudy study;
    const test::TemporaryFolder out;
    fs::remove(study.stuffed());
    auto request = requestFor(study.folder(), out / "out");
    request.options.dates = DeidentifyOptions::Dates::Shift;
    const auto done = deidentify(request, pseudonyms());
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->segmentations, 2);
    EXPECT_EQ(done->documents, 2);

    const auto checked = validateObjects({out / "out"});
    ASSERT_TRUE(checked) << checked.error().message();
    EXPECT_TRUE(checked->isFaultless()) << (checked->issues.empty() ? "" : checked->issues.front().text);
    EXPECT_EQ(checked->reports, 2); // the key objects too
    EXPECT_EQ(pixelsByInstance(study.folder(), true), pixelsByInstance(out / "out", false));

    if (!test::hasDicom3tools())
        GTEST_SKIP() << "dicom3tools isn't installed";
    const auto files = test::filesBelow(out / "out" / pseudonyms().patient("PHANTOM-1"));
    for (const auto& file : files) {
        auto complaints = test::complaintsOfDciodvfy(file);
        // The source's own: a defined term that dciodvfy doesn't know.
        std::erase(complaints, "Warning - Unrecognized defined term <M> for value 3 of attribute <Image Type>");
        EXPECT_THAT(complaints, testing::IsEmpty()) << file;
    }
    EXPECT_THAT(test::complaintsOfDcentvfy(files), testing::IsEmpty());
}

TEST(Deidentify, KeepsGradesAndTrackingIdentifiersOfAReport)
{
    const SeededStudy study;
    const test::TemporaryFolder out;
    ASSERT_TRUE(deidentify(requestFor(study.folder(), out / "out"), pseudonyms()));
    int reports = 0;
    for (const auto& file : test::filesBelow(out / "out")) {
        const auto report = readStructuredReport(file);
        if (!report)
            continue;
        ++reports;
        EXPECT_EQ(report->reading.foramina.size(), study.reading().foramina.size());
        for (const auto& [foramen, record] : report->reading.foramina) {
            EXPECT_EQ(record.grade, study.reading().foramina.at(foramen).grade);
            EXPECT_TRUE(isVocabulary(record.comment)) << record.comment;
        }
        EXPECT_EQ(report->reading.reader.name, pseudonyms().reader("Vorlesqer^Zyntia"));
    }
    EXPECT_EQ(reports, 1);
}

/// Whichever rule of the table is missing, the check of the written files notices, for it doesn't know the rules.
TEST(Deidentify, RefusesWhenAnyRuleIsMissing)
{
    const SeededStudy study;
    const DeidentifyOptions options;
    ASSERT_GE(study.stuffedTags().size(), 200U);
    for (const auto& tag : study.stuffedTags()) {
        const test::TemporaryFolder out;
        Rules rules(options);
        rules.forget(tag);
        const auto done = deidentifyBy(rules, requestFor(study.stuffed(), out / "out"), pseudonyms(), {});
        ASSERT_FALSE(done) << tag.toString();
        EXPECT_EQ(done.error().code, ErrorCode::Refused) << tag.toString() << done.error().message();
        EXPECT_FALSE(fs::exists(out / "out")) << tag.toString();
    }
}

class Risky : public testing::TestWithParam<std::pair<const char*, std::function<void(DcmDataset&)>>> {};

TEST_P(Risky, FilesAreRefusedOrLeftOut)
{
    const test::ExportedStudy study;
    test::change(study.images().front(), GetParam().second);
    const test::TemporaryFolder out;
    auto request = requestFor(study.folder(), out / "out");
    const auto refused = deidentify(request, pseudonyms());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_FALSE(fs::exists(out / "out"));

    request.options.leaveOutRisky = true;
    const auto done = deidentify(request, pseudonyms());
    ASSERT_TRUE(done) << done.error().message();
    EXPECT_EQ(done->leftOut, 1);
    EXPECT_EQ(test::filesBelow(out / "out").size() + 1, study.images().size());
}

INSTANTIATE_TEST_SUITE_P(
    Reasons, Risky,
    testing::Values(
        std::pair("BurnedIn", [](DcmDataset& d) { d.putAndInsertString(DCM_BurnedInAnnotation, "YES"); }),
        std::pair("Capture",
                  [](DcmDataset& d) { d.putAndInsertString(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage); }),
        std::pair("Screen",
                  [](DcmDataset& d) { d.putAndInsertString(DCM_ImageType, "DERIVED\\SECONDARY\\SCREEN SAVE"); }),
        std::pair("Overlay", [](DcmDataset& d) { d.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 4); }),
        std::pair("Kind", [](DcmDataset& d) { d.putAndInsertString(DCM_SOPClassUID, UID_EncapsulatedPDFStorage); })),
    [](const auto& named) { return std::string(named.param.first); });

TEST(Deidentify, TakesOverlaysOutAndLeavesCompressedPixelsAsTheyAre)
{
    const test::ExportedStudy study;
    const auto file = study.images().front();
    test::change(file, [](DcmDataset& image) {
        const std::array<Uint8, 2> bits{1, 2};
        image.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 4);
        image.putAndInsertUint8Array(DcmTag(0x6000, 0x3000, EVR_OB), bits.data(), 2);
    });
    ASSERT_EQ(test::outputOf("dcmcrle", "'" + file.string() + "' '" + file.string() + "'").value_or("none"), "");
    const test::TemporaryFolder out;
    const auto done = deidentify(requestFor(file, out / "out"), pseudonyms());
    ASSERT_TRUE(done) << done.error().message();
    const auto written = test::filesBelow(out / "out");
    ASSERT_EQ(written.size(), 1U);

    const auto fragments = [](const fs::path& path) {
        DcmFileFormat format;
        format.loadFile(path.c_str());
        EXPECT_EQ(format.getDataset()->getOriginalXfer(), EXS_RLELossless);
        EXPECT_EQ(format.getDataset()->tagExists(DcmTagKey(0x6000, 0x3000)), path.extension() != ".dcm");
        DcmElement* element = nullptr;
        DcmPixelSequence* sequence = nullptr;
        format.getDataset()->findAndGetElement(DCM_PixelData, element);
        static_cast<DcmPixelData*>(element)->getEncapsulatedRepresentation(EXS_RLELossless, nullptr, sequence);
        std::string all;
        for (unsigned long i = 0; i < sequence->card(); ++i) {
            DcmPixelItem* item = nullptr;
            Uint8* bytes = nullptr;
            sequence->getItem(item, i);
            item->getUint8Array(bytes);
            all.append(reinterpret_cast<char*>(bytes), item->getLength()); // NOLINT
        }
        return all;
    };
    const auto source = file.parent_path() / "source";
    fs::rename(file, source);
    EXPECT_EQ(fragments(source), fragments(written.front()));
}

TEST(Deidentify, GivesTheSamePseudonymsWithTheSameKeyOnly)
{
    const test::ExportedStudy study;
    const test::TemporaryFolder out;
    ASSERT_TRUE(deidentify(requestFor(study.folder(), out / "one"), pseudonyms()));
    ASSERT_TRUE(deidentify(requestFor(study.folder(), out / "two"), pseudonyms()));
    ASSERT_TRUE(deidentify(requestFor(study.folder(), out / "other"), Pseudonyms("another key of good length")));
    const auto one = test::filesBelow(out / "one");
    for (const auto& file : one) {
        const auto name = file.lexically_relative(out / "one");
        EXPECT_EQ(readFile(file).value(), readFile(out / "two" / name).value());
        EXPECT_FALSE(fs::exists(out / "other" / name));
    }
}

TEST(Deidentify, ShiftsAllDatesOfAPatientByTheSameWholeWeeks)
{
    const auto shift = pseudonyms().shift("PHANTOM-1");
    EXPECT_LE(shift, std::chrono::weeks(-52));
    EXPECT_GE(shift, std::chrono::weeks(-520));
    EXPECT_EQ(shift % std::chrono::weeks(1), std::chrono::days(0));
    EXPECT_NE(shift, pseudonyms().shift("PHANTOM-2"));
}

TEST(Deidentify, HarmsNothingThatIsThere)
{
    const test::ExportedStudy study;
    const test::TemporaryFolder out;
    fs::create_directories(out / "out");
    ASSERT_TRUE(writeFile(out / "out" / "mine.txt", "mine"));
    const auto done = deidentify(requestFor(study.folder(), out / "out"), pseudonyms());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Exists);
    EXPECT_EQ(readFile(out / "out" / "mine.txt").value(), "mine");
}

TEST(CleanedText, HasOnlyWordsOfTheVocabularyFewNumbersAndMappedUids)
{
    EXPECT_EQ(vocabularyOf("T2 TSE sag Meier 3mm L4-L5"), "T2 TSE sag 3mm L4-L5");
    EXPECT_EQ(vocabularyOf("born 12.03.80"), "");
    EXPECT_EQ(vocabularyOf("phone 555 123 456"), "555 123");
    EXPECT_EQ(vocabularyOf("MR 20260302"), "MR");
    EXPECT_TRUE(isVocabulary("L4-L5 R neural foramen"));
    EXPECT_FALSE(isVocabulary("L4-L5 R Müller"));
    const Uid uid("1.2.826.0.1.3680043.10.543.1.1");
    EXPECT_EQ(withMappedUids("stack " + uid.text() + "#1.", pseudonyms()),
              "stack " + pseudonyms().uid(uid).text() + "#1.");
    EXPECT_EQ(withMappedUids("1.2.840.10008.5.1.4.1.1.4", pseudonyms()), "1.2.840.10008.5.1.4.1.1.4");
}

} // namespace
} // namespace grading
